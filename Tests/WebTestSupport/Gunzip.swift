import CZlib

/// Reads gzip with the system's zlib, independently of the code under test. Nil when it is no gzip.
package func gunzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 + 16: the largest window, and a gzip header is expected.
    guard
        inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { inflateEnd(&stream) }
    var source = bytes
    var out: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    return source.withUnsafeMutableBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        while true {
            let (status, count) = chunk.withUnsafeMutableBufferPointer { target in
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                let status = inflate(&stream, Z_NO_FLUSH)
                return (status, target.count - Int(stream.avail_out))
            }
            out += chunk.prefix(count)
            if status == Z_STREAM_END { return stream.avail_in == 0 ? out : nil }
            guard status == Z_OK else { return nil }
        }
    }
}
