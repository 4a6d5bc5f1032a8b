import CIgzip
import CZlib
package import NIOCore
import Synchronization

package enum Compression {
    /// A stream holds a hundred kilobytes and its tables as much again, so they are lent out and come back.
    private static let streams = Mutex<[PageStream]>([])

    /// Two checksums and the length: enough to tell a page from its earlier self, which a cryptographic hash of every answer
    /// is not worth (docs/performance.md). Never for what somebody might forge.
    static func fingerprint(_ bytes: ByteBufferView) -> String {
        bytes.withUnsafeBytes { bytes in
            let start = bytes.bindMemory(to: UInt8.self).baseAddress
            let (crc, adler) = (
                crc32_gzip_refl(0, start, UInt64(bytes.count)), isal_adler32(1, start, UInt64(bytes.count))
            )
            return String(UInt64(crc) << 32 | UInt64(adler), radix: 36) + "-" + String(bytes.count, radix: 36)
        }
    }

    /// gzip of a page at level 1, by igzip: in half of libdeflate's time and a quarter of zlib's (docs/performance.md). Nil
    /// when it would not become smaller.
    package static func gzip(page bytes: ByteBufferView) -> ByteBuffer? {
        let stream = streams.withLock { $0.popLast() } ?? PageStream()
        defer { streams.withLock { $0.append(stream) } }
        return stream.gzip(bytes)
    }

    /// gzip as small as zlib makes it, for assets that are compressed once at start. Nil when there is no memory for it.
    package static func gzip(asset bytes: ByteBufferView) -> ByteBuffer? {
        var stream = z_stream()
        guard schakel_deflate_init(&stream, 9) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var out = ByteBuffer()
        let bound = Int(deflateBound(&stream, uLong(bytes.count)))
        var isWhole = false
        out.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
            bytes.withUnsafeBytes { source in
                // zlib only reads from `next_in`.
                stream.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.avail_in = uInt(source.count)
                stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
                stream.avail_out = uInt(target.count)
                isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
                return target.count - Int(stream.avail_out)
            }
        }
        return isWhole ? out : nil
    }
}

/// What igzip works in. Used by one page at a time.
private final class PageStream: @unchecked Sendable {
    private let stream = UnsafeMutablePointer<isal_zstream>.allocate(capacity: 1)
    private let tables = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(schakel_level1_size))

    deinit {
        stream.deallocate()
        tables.deallocate()
    }

    func gzip(_ bytes: ByteBufferView) -> ByteBuffer? {
        isal_deflate_stateless_init(stream)
        stream.pointee.level = 1
        (stream.pointee.level_buf, stream.pointee.level_buf_size) = (tables, schakel_level1_size)
        (stream.pointee.gzip_flag, stream.pointee.end_of_stream) = (UInt16(IGZIP_GZIP), 1)
        var out = ByteBuffer()
        var isWhole = false
        out.writeWithUnsafeMutableBytes(minimumWritableBytes: bytes.count) { target in
            bytes.withUnsafeBytes { source in
                // igzip only reads from `next_in`.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.bindMemory(to: UInt8.self).baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.bindMemory(to: UInt8.self).baseAddress
                // The buffer may be larger.
                stream.pointee.avail_out = UInt32(source.count)
                isWhole = isal_deflate_stateless(stream) == COMP_OK
                return Int(stream.pointee.total_out)
            }
        }
        return isWhole ? out : nil
    }
}
