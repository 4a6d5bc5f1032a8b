import CDeflate
package import NIOCore
import Synchronization

package enum Compression {
    /// libdeflate compresses a whole page at once, in less than half of zlib's time at the same level and size
    /// (docs/performance.md). Its compressors hold hundreds of kilobytes, so they are lent out and come back.
    private static let compressors = Mutex<[Int32: [Compressor]]>([:])

    private struct Compressor: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    /// Two checksums and the length: enough to tell a page from its earlier self, which a cryptographic hash of every answer
    /// is not worth (docs/performance.md). Never for what somebody might forge.
    static func fingerprint(_ bytes: ByteBufferView) -> String {
        bytes.withUnsafeBytes { bytes in
            let (crc, adler) = (
                libdeflate_crc32(0, bytes.baseAddress, bytes.count),
                libdeflate_adler32(1, bytes.baseAddress, bytes.count)
            )
            return String(UInt64(crc) << 32 | UInt64(adler), radix: 36) + "-" + String(bytes.count, radix: 36)
        }
    }

    /// gzip of `bytes`, or nil when there is no memory for it.
    ///
    /// - Parameter level: 1 is fastest and is for pages, 9 is for assets that are compressed once at start; up to 12.
    package static func gzip(_ bytes: ByteBufferView, level: Int32) -> ByteBuffer? {
        let lent = compressors.withLock { $0[level]?.popLast() }
        guard let compressor = lent ?? libdeflate_alloc_compressor(level).map(Compressor.init) else { return nil }
        defer { compressors.withLock { $0[level, default: []].append(compressor) } }
        let bound = libdeflate_gzip_compress_bound(compressor.pointer, bytes.count)
        var out = ByteBuffer()
        let written = out.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
            bytes.withUnsafeBytes { source in
                libdeflate_gzip_compress(
                    compressor.pointer, source.baseAddress, source.count, target.baseAddress, target.count)
            }
        }
        return written > 0 ? out : nil
    }
}
