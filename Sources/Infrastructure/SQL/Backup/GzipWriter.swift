import CZlib
import Foundation

/// Writes lines to a compressed file that appears under its name when it is complete.
final class GzipWriter {
    private let path: String
    private let partial: String
    private let file: FileHandle
    private let stream: UnsafeMutablePointer<z_stream>
    private var output = [UInt8](repeating: 0, count: 1 << 16)
    private var input: [UInt8] = []
    private var crc = crc32(0, nil, 0)

    init(path: String) throws {
        self.path = path
        // In the place of a device or a folder nothing is put.
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        guard kind == nil || kind == .typeRegular else { throw BackupError.unwritable("\(path) is no file") }
        Self.removeLeft(beside: path)
        // A name of its own: of two backups at once neither writes into the other's.
        partial = "\(path).\(UUID().uuidString.prefix(8)).part"
        // Readable by its owner only from the first moment: it holds everything about everybody.
        let descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BackupError.unwritable("\(partial): \(String(cString: strerror(errno)))") }
        file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        guard schakel_deflate_init(stream, 6) == Z_OK else { throw BackupError.unwritable("no memory to compress") }
    }

    /// What backups to this name left when they were killed, a day ago or longer: it holds everything about everybody too.
    private static func removeLeft(beside path: String) {
        let (file, manager) = (URL(fileURLWithPath: path), FileManager.default)
        let folder = file.deletingLastPathComponent()
        for name in (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        where name.hasPrefix(file.lastPathComponent + ".") && name.hasSuffix(".part") {
            let left = folder.appendingPathComponent(name)
            let made = (try? manager.attributesOfItem(atPath: left.path))?[.modificationDate] as? Date
            if let made, made.timeIntervalSinceNow < -86_400 { try? manager.removeItem(at: left) }
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Of all lines so far, eight hexadecimal digits.
    var checksum: String { hexadecimal(crc) }

    func write(line: [UInt8]) throws {
        let start = input.count
        input += line
        input.append(10)
        crc = input.withUnsafeBufferPointer { buffer in
            let new = UnsafeBufferPointer(rebasing: buffer[start...])
            return crc32(crc, new.baseAddress, uInt(new.count))
        }
        if input.count >= 1 << 16 { try compress(Z_NO_FLUSH) }
    }

    func finish() throws {
        try compress(Z_FINISH)
        do {
            try file.synchronize()
            try file.close()
        } catch { throw BackupError.unwritable("\(partial): \(error)") }
        guard rename(partial, path) == 0 else {
            throw BackupError.unwritable("\(path): \(String(cString: strerror(errno)))")
        }
    }

    func discard() { try? FileManager.default.removeItem(atPath: partial) }

    private func compress(_ flush: Int32) throws {
        try input.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = uInt(source.count)
            var isFull = true
            while isFull {
                let written = output.withUnsafeMutableBufferPointer { target in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = uInt(target.count)
                    _ = deflate(stream, flush)
                    return target.count - Int(stream.pointee.avail_out)
                }
                isFull = stream.pointee.avail_out == 0
                do { try file.write(contentsOf: output[..<written]) } catch {
                    throw BackupError.unwritable("\(partial): \(error)")
                }
            }
        }
        input.removeAll(keepingCapacity: true)
    }
}

func hexadecimal(_ crc: uLong) -> String {
    let digits = String(crc, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
}
