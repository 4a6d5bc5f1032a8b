import Foundation

/// The program that is measured, as processes of their own.
struct Server {
    let program: String
    let folder: String
    static let resources = ProcessInfo.processInfo.environment["SCHAKEL_RESOURCES"] ?? "Resources"
    let port = 18_431
    let metricsPort = 18_432

    struct Running {
        fileprivate let process: Process
        /// Seconds from its start until it answered.
        let ready: Double

        func stop() {
            process.terminate()
            process.waitUntilExit()
        }

        var mebibytes: Double {
            let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/statm", encoding: .utf8)) ?? ""
            let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
            return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
        }
    }

    /// Starts the server, its access log in a file, and waits until it is ready.
    func start(_ database: String) throws -> Running {
        let process = Process(program, ["serve"], settings(database))
        _ = FileManager.default.createFile(atPath: folder + "/access.log", contents: nil)
        process.standardError = FileHandle(forWritingAtPath: folder + "/access.log")
        let begin = Date()
        try process.run()
        while true {
            if let answer = try? Loopback.get("/readyz", port: port, gzip: false), answer.status == 200 { break }
            guard process.isRunning, Date().timeIntervalSince(begin) < 60 else {
                throw BenchError("the server did not start")
            }
            usleep(2000)
        }
        return Running(process: process, ready: Date().timeIntervalSince(begin))
    }

    func run(_ arguments: [String], _ database: String) throws {
        _ = try Process(program, arguments, settings(database)).output()
    }

    private func settings(_ database: String) -> [String: String] {
        [
            "SCHAKEL_DATABASE": database, "SCHAKEL_LISTEN": "127.0.0.1:\(port)",
            "SCHAKEL_METRICS_LISTEN": "127.0.0.1:\(metricsPort)", "SCHAKEL_KEY_FILE": folder + "/key",
            "SCHAKEL_BASE_URL": "http://localhost:\(port)",
        ]
    }
}
