/**
 * Macros of programs that read source and are none of the compilers for a target: programs for OSv are compiled with
 * GCC or Clang on a Linux host, those for Rumprun with GCC for NetBSD, both for x86-64. `__clang__` is not among
 * them. What a target's own compiler says of itself stands in its predefined macros.
 */
const NAMES: ReadonlySet<string> = new Set([
  // Compilers that no build for a target uses.
  ...words(
    '__TINYC__ __LCC__ __PCC__ __CC_ARM __ARMCC_VERSION __ICCARM__ __IAR_SYSTEMS_ICC__ __KEIL__ __TI_COMPILER_VERSION__',
  ),
  ...words(
    '__BORLANDC__ __CODEGEARC__ __TURBOC__ __WATCOMC__ __DMC__ __POCC__ __CYGWIN32__ _MSC_VER _MSC_FULL_VER',
  ),
  ...words(
    '__SUNPRO_C __SUNPRO_CC __HP_cc __HP_aCC __IBMC__ __IBMCPP__ __xlC__ __DECC __DECCXX __sgi __COMO__ _CRAYC',
  ),
  ...words(
    '__PGI __PGIC__ __NVCOMPILER __INTEL_COMPILER __INTEL_LLVM_COMPILER __ICC __ICL __EMSCRIPTEN__ __NVCC__ __CUDACC__',
  ),
  // Programs that look at source and make nothing of it.
  ...words(
    'S_SPLINT_S lint __lint __lint__ _lint __FLEXELINT__ PC_LINT __CPPCHECK__ __cppcheck__ CPPCHECK __COVERITY__',
  ),
  ...words(
    '__KLOCWORK__ PVS_STUDIO __PVS_STUDIO__ __CHECKER__ __clang_analyzer__ __FRAMAC__ __CDT_PARSER__ __JETBRAINS_IDE__',
  ),
  ...words(
    'DOXYGEN DOXYGEN_SHOULD_SKIP_THIS __DOXYGEN__ _DOXYGEN_ SWIG SWIGPYTHON SWIGRUBY __GENKSYMS__ __RESHARPER__ RC_INVOKED',
  ),
]);

/** Whether a macro is certain to be undefined, since another compiler or a lint tool defines it. */
export function isOfOtherCompiler(name: string): boolean {
  // `_M_IX86`, `_M_ARM64`: the processors of Microsoft's compiler.
  return NAMES.has(name) || /^_M_(?:IX86|X64|AMD64|IA64|ARM|ALPHA|MIPS|PPC|SH|CEE|HYBRID)/.test(name);
}

function words(text: string): string[] {
  return text.split(' ');
}
