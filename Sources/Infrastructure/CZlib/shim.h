#pragma once
#include <zlib.h>

// `deflateInit2` is a macro, which Swift cannot see. 15 + 16: the largest window, in a gzip wrapper.
static inline int schakel_deflate_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

static inline int schakel_inflate_init(z_stream *stream) {
    return inflateInit2(stream, 15 + 16);
}
