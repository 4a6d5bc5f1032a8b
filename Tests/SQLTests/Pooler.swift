import Foundation
import Testing

/// A pgbouncer that hands one connection of the server from transaction to transaction.
final class Pooler {
    let url: String
    private let process = Process()
    private let folder: URL

    /// - Parameter address: of a database of the tests' server.
    init(of address: String) async throws {
        let parts = try #require(URLComponents(string: address))
        let database = String(parts.path.dropFirst())
        folder = URL(filePath: "/tmp/pooler-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // It refuses to run as root and becomes another user, who writes here too.
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.path)
        let settings = """
            [databases]
            \(database) = host=\(parts.host ?? "") port=\(parts.port ?? 5432) user=\(parts.user ?? "")
            [pgbouncer]
            listen_addr =
            unix_socket_dir = \(folder.path)
            listen_port = 6432
            auth_type = any
            pool_mode = transaction
            default_pool_size = 1
            ignore_startup_parameters = extra_float_digits
            logfile = \(folder.path)/log
            """
        let file = folder.appending(path: "pgbouncer.ini")
        try Data(settings.utf8).write(to: file)
        process.executableURL = URL(filePath: "/usr/sbin/pgbouncer")
        process.arguments = (getuid() == 0 ? ["-u", "postgres"] : []) + ["-q", file.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        url = "host=\(folder.path) port=6432 user=\(parts.user ?? "") dbname=\(database)"
        let socket = folder.appending(path: ".s.PGSQL.6432").path
        for _ in 1...200 where !FileManager.default.fileExists(atPath: socket) {
            try await Task.sleep(for: .milliseconds(50))
        }
        try #require(FileManager.default.fileExists(atPath: socket), "pgbouncer did not start")
    }

    deinit {
        // It inherits which signals the threads of the tests do not take, and would never hear a gentle one.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }
}
