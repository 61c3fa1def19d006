/** All suites that run inside an extension host. */
import './diagnostics.suite.js';
import './hover.suite.js';
import './fixes.suite.js';
import './report.suite.js';
