#include "relayd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct worker_stats *stats_map(void)
{
	void *map = mmap(NULL, MAX_WORKERS * sizeof(struct worker_stats), PROT_READ | PROT_WRITE,
			 MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	return map == MAP_FAILED ? NULL : map;
}

/* The number behind a key in a file of /proc, in its unit there; -1 if it is not found. */
static long proc_value(const char *path, const char *key)
{
	char line[256];
	long value = -1;
	size_t length = strlen(key);
	FILE *file = fopen(path, "re");

	if (file == NULL)
		return -1;
	while (value < 0 && fgets(line, sizeof(line), file) != NULL)
		if (strncmp(line, key, length) == 0 && line[length] == ':')
			value = strtol(line + length + 1, NULL, 10);
	fclose(file);
	return value;
}

void stats_dump(const struct worker_stats *stats, int workers)
{
	char path[64];

	logger_write("stats: master rss %ld kB, %ld threads", proc_value("/proc/self/status", "VmRSS"),
		     proc_value("/proc/self/status", "Threads"));
	for (int i = 0; i < workers; i++) {
		const struct worker_stats *w = &stats[i];

		snprintf(path, sizeof(path), "/proc/%d/status", (int)w->pid);
		logger_write("stats: worker %d pid %d rss %ld kB accepted %lu active %lu refused %lu "
			     "in %lu out %lu restarts %lu", i, (int)w->pid, proc_value(path, "VmRSS"),
			     STATS_GET(w->accepted), STATS_GET(w->active), STATS_GET(w->refused),
			     STATS_GET(w->bytes_in), STATS_GET(w->bytes_out), STATS_GET(w->restarts));
	}
}

long stats_memory_available(void)
{
	return proc_value("/proc/meminfo", "MemAvailable");
}
