import CZlib
import Foundation

/// Reads the lines of a compressed file, one at a time.
package final class GzipReader {
    /// No row is nearly that long; a damaged or hostile file must not fill the memory.
    private static let longestLine = 256 << 20

    private let file: FileHandle
    private let stream: UnsafeMutablePointer<z_stream>
    private var input = Data()
    private var output = [UInt8](repeating: 0, count: 1 << 16)
    /// Decompressed and not yet given out: `text[start...]`.
    private var text: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var crc = crc32(0, nil, 0)

    package init(path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw BackupError.unreadable(path) }
        self.file = file
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard schakel_inflate_init(stream) == Z_OK else { throw BackupError.unreadable("no memory to decompress") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Of all lines given out so far, eight hexadecimal digits.
    var checksum: String { hexadecimal(crc) }

    /// The next line without its end, nil after the last.
    /// - Throws: `damaged` when the file is cut off, fails its own check, or goes on after its end; `notABackup` when
    ///   it does not begin as a gzip file.
    package func nextLine() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = text[searched...].firstIndex(of: 10) {
                let line = Array(text[start..<end])
                crc = text[start...end].withUnsafeBufferPointer { crc32(crc, $0.baseAddress, uInt($0.count)) }
                start = end + 1
                return line
            }
            if isAtEnd {
                guard start == text.count else { throw BackupError.damaged("the last line is cut off") }
                return nil
            }
            text.removeFirst(start)
            start = 0
            searched = text.count
            guard text.count < Self.longestLine else { throw BackupError.damaged("a line has no end") }
            try decompress()
        }
    }

    private func decompress() throws {
        if input.isEmpty {
            do { input = try file.read(upToCount: 1 << 16) ?? Data() } catch {
                throw BackupError.unreadable("\(error)")
            }
            guard !input.isEmpty else { throw BackupError.damaged("the file is cut off") }
        }
        let isFirst = stream.pointee.total_in == 0
        var result = Z_OK
        var written = 0
        var left = 0
        input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.pointee.next_in = source.bindMemory(to: Bytef.self).baseAddress
                stream.pointee.avail_in = uInt(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = uInt(target.count)
                result = inflate(stream, Z_NO_FLUSH)
                left = Int(stream.pointee.avail_in)
                written = target.count - Int(stream.pointee.avail_out)
            }
        }
        input = Data(input.suffix(left))
        text += output[..<written]
        switch result {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END:
            isAtEnd = true
            let hasMore = try !input.isEmpty || file.read(upToCount: 1)?.isEmpty == false
            if hasMore { throw BackupError.damaged("something follows the end") }
        default:
            // Its first bytes say whether it is a gzip file at all.
            throw isFirst && written == 0
                ? BackupError.notABackup : BackupError.damaged("the compressed data are wrong")
        }
    }
}
