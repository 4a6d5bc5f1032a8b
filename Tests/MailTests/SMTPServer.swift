import Foundation
import Testing

/// The SMTP server of `Tests/Support/smtp_server.py` as a process of its own, with a folder for what it accepted.
final class SMTPServer {
    struct Stored: Decodable, Equatable {
        let from: String
        let to: [String]
        let tls: Bool
        let user: String?
        let session: Int
    }

    let folder: URL
    let port: Int
    private let process: Process

    /// `options` as the script takes them. A port lets a server come back where it was.
    init(_ options: [String] = [], port: Int = 0, folder: URL? = nil) throws {
        self.folder = try folder ?? TestFolder.make()
        process = Process()
        process.executableURL = URL(filePath: try Self.python())
        process.arguments = [Self.script("smtp_server.py"), self.folder.path, "--port", String(port)] + options
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let piece = output.fileHandleForReading.availableData
            try #require(!piece.isEmpty, "the server ended before it was ready")
            line += piece
        }
        self.port = try #require(Int(String(decoding: line.dropLast(), as: UTF8.self).dropFirst("ready ".count)))
    }

    deinit { stop() }

    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// The messages with their envelopes, in the order in which they came.
    func stored() throws -> [(envelope: Stored, message: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".eml") }.sorted().map {
            name in
            let json = folder.appending(path: name.dropLast(4) + ".json")
            return (
                try JSONDecoder().decode(Stored.self, from: Data(contentsOf: json)),
                [UInt8](try Data(contentsOf: folder.appending(path: name)))
            )
        }
    }

    /// A Python that has aiosmtpd; `bin/test` makes it.
    static func python() throws -> String {
        try #require(ProcessInfo.processInfo.environment["SCHAKEL_TEST_PYTHON"], "set SCHAKEL_TEST_PYTHON")
    }

    static func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "Support/\(name)"
        ).path
    }
}

enum TestFolder {
    /// One for the process, removed when it ends: servers that follow each other share a folder.
    private static let root: URL = {
        atexit { try? FileManager.default.removeItem(at: TestFolder.root) }
        let number = ProcessInfo.processInfo.processIdentifier
        return FileManager.default.temporaryDirectory.appending(path: "schakel-mail-\(number)")
    }()

    static func make() throws -> URL {
        let folder = root.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}

/// Runs a program to its end and gives what it printed; fails the test when the program fails.
@discardableResult
func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = FileHandle.nullDevice
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) \(arguments)")
    return output
}
