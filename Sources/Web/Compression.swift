import CZlib
package import NIOCore

package enum Compression {
    /// gzip of `bytes`, or nil when the system's zlib refuses.
    ///
    /// - Parameter level: 1 is fastest and is for pages, 9 smallest and is for assets that are compressed once at start.
    package static func gzip(_ bytes: ByteBufferView, level: Int32) -> ByteBuffer? {
        var stream = z_stream()
        guard schakel_deflate_init(&stream, level) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(bytes.count)))
        var out = ByteBuffer()
        let status = out.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
            bytes.withUnsafeBytes { source in
                // zlib's interface is not const-correct: it only reads through next_in.
                stream.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = UInt32(target.count)
                _ = deflate(&stream, Z_FINISH)
                return target.count - Int(stream.avail_out)
            }
        }
        return status > 0 && stream.avail_in == 0 ? out : nil
    }
}
