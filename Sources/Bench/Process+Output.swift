import Foundation

extension Process {
    /// - Parameter more: settings beside those of this process.
    convenience init(_ program: String, _ arguments: [String], _ more: [String: String] = [:]) {
        self.init()
        executableURL = URL(fileURLWithPath: program)
        self.arguments = arguments
        environment = ProcessInfo.processInfo.environment.merging(more) { $1 }
    }

    /// Runs it to its end. - Returns: what it wrote.
    func output() throws -> String {
        let output = Pipe()
        standardOutput = output
        try run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        waitUntilExit()
        guard terminationStatus == 0 else {
            throw BenchError("\(([executableURL?.path ?? ""] + (arguments ?? [])).joined(separator: " ")) failed")
        }
        return text
    }
}
