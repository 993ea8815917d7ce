/* A disk that fails: loaded before the C library, it lets one call of a process that changes files below a folder fail,
   or that one and all later ones, or kills the process just before it. Until `fault_at` is called, it does nothing. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char below[4096];
static long seen, wanted;
static int error, lasting, watching;

/* Count calls below `folder` anew; the one with number `call` (from 1; 0 for none) fails with `errno_`, or kills where that is 0. */
void fault_at(const char *folder, long call, int errno_, int for_good)
{
    snprintf(below, sizeof below, "%s/", folder);
    seen = 0, wanted = call, error = errno_, lasting = for_good, watching = 1;
}

/* Let everything do well again; how many calls there were. */
long fault_over(void)
{
    watching = 0;
    return seen;
}

static int fails(void)
{
    seen++;
    if (!wanted || seen < wanted || (seen > wanted && !lasting))
        return 0;
    if (!error)
        kill(getpid(), SIGKILL);
    errno = error;
    return 1;
}

static int is_below(const char *path)
{
    return strncmp(path, below, strlen(below)) == 0;
}

static int path_fails(const char *path)
{
    return watching && is_below(path) && fails();
}

static int at_fails(int folder, const char *path)
{
    char link[64], found[4096];
    if (!watching)
        return 0;
    if (path[0] == '/' || folder == AT_FDCWD)
        return path_fails(path);
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    ssize_t size = readlink(link, found, sizeof found - 2);
    if (size < 0)
        return 0;
    found[size] = '/', found[size + 1] = 0;
    return path_fails(found);
}

static int handle_fails(int handle)
{
    return watching && at_fails(handle, "");
}

#define OF_HANDLE(type, name, parameters, ...) \
    type name parameters \
    { \
        static type (*real) parameters; \
        if (!real) \
            real = (type (*) parameters)dlsym(RTLD_NEXT, #name); \
        return handle_fails(handle) ? -1 : real(__VA_ARGS__); \
    }

#define OF_PATH(name, parameters, ...) \
    int name parameters \
    { \
        static int (*real) parameters; \
        if (!real) \
            real = (int (*) parameters)dlsym(RTLD_NEXT, #name); \
        return path_fails(path) ? -1 : real(__VA_ARGS__); \
    }

#define OF_PATH_AT(name, parameters, ...) \
    int name parameters \
    { \
        static int (*real) parameters; \
        if (!real) \
            real = (int (*) parameters)dlsym(RTLD_NEXT, #name); \
        return at_fails(folder, path) ? -1 : real(__VA_ARGS__); \
    }

#define OPENING(name) \
    int name(const char *path, int flags, ...) \
    { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        static int (*real)(const char *, int, ...); \
        if (!real) \
            real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        return (flags & O_ACCMODE) != O_RDONLY && path_fails(path) ? -1 : real(path, flags, mode); \
    }

#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) \
    { \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = va_arg(rest, mode_t); \
        va_end(rest); \
        static int (*real)(int, const char *, int, ...); \
        if (!real) \
            real = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        return (flags & O_ACCMODE) != O_RDONLY && at_fails(folder, path) ? -1 : real(folder, path, flags, mode); \
    }

/* These two answer with the error. */
int posix_fallocate(int handle, off_t at, off_t size)
{
    static int (*real)(int, off_t, off_t);
    if (!real)
        real = (int (*)(int, off_t, off_t))dlsym(RTLD_NEXT, "posix_fallocate");
    return handle_fails(handle) ? error : real(handle, at, size);
}

int posix_fallocate64(int handle, off64_t at, off64_t size)
{
    return posix_fallocate(handle, at, size);
}

OF_HANDLE(ssize_t, write, (int handle, const void *data, size_t size), handle, data, size)
OF_HANDLE(ssize_t, pwrite, (int handle, const void *data, size_t size, off_t at), handle, data, size, at)
OF_HANDLE(ssize_t, pwrite64, (int handle, const void *data, size_t size, off64_t at), handle, data, size, at)
OF_HANDLE(ssize_t, sendfile, (int handle, int from, off_t *at, size_t size), handle, from, at, size)
OF_HANDLE(ssize_t, sendfile64, (int handle, int from, off64_t *at, size_t size), handle, from, at, size)
OF_HANDLE(int, fsync, (int handle), handle)
OF_HANDLE(int, fdatasync, (int handle), handle)
OF_HANDLE(int, ftruncate, (int handle, off_t size), handle, size)
OF_HANDLE(int, ftruncate64, (int handle, off64_t size), handle, size)
OF_PATH(rename, (const char *path, const char *to), path, to)
OF_PATH(link, (const char *path, const char *to), path, to)
OF_PATH(unlink, (const char *path), path)
OF_PATH(mkdir, (const char *path, mode_t mode), path, mode)
OF_PATH(rmdir, (const char *path), path)
OF_PATH_AT(renameat, (int folder, const char *path, int to_folder, const char *to), folder, path, to_folder, to)
OF_PATH_AT(linkat, (int folder, const char *path, int to_folder, const char *to, int flags), folder, path, to_folder, to, flags)
OF_PATH_AT(unlinkat, (int folder, const char *path, int flags), folder, path, flags)
OF_PATH_AT(mkdirat, (int folder, const char *path, mode_t mode), folder, path, mode)
OPENING(open)
OPENING(open64)
OPENING_AT(openat)
OPENING_AT(openat64)
