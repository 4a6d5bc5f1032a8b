import Foundation

/// The load generator wrk, and nginx that sends a file of 30 KB: both on loopback, both ended here.
struct WebTools {
    struct Load {
        let rate: Double
        let median: Double
        let slow: Double
        let errors: Int
    }

    let ceiling: String
    private let folder: String
    private let nginx: Process
    private static let port = 18_433

    /// Nil when one of the programs is not installed.
    init?(folder: String) {
        guard let program = Self.find("nginx"), Self.find("wrk") != nil else { return nil }
        self.folder = folder
        ceiling = "http://127.0.0.1:\(Self.port)"
        let page = "<html><body>" + String(repeating: "vrijwilliger buurthulp taalmaatje ", count: 1000)
        let configuration = """
            worker_processes 2; daemon off; pid \(folder)/nginx.pid; error_log \(folder)/nginx.log warn;
            events { worker_connections 1024; }
            http { types { text/html html; } access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000;
              gzip on; gzip_comp_level 1; gzip_min_length 1000; open_file_cache max=100;
              client_body_temp_path \(folder)/b; proxy_temp_path \(folder)/p; fastcgi_temp_path \(folder)/f;
              uwsgi_temp_path \(folder)/u; scgi_temp_path \(folder)/s;
              server { listen 127.0.0.1:\(Self.port); root \(folder)/www; } }
            """
        let made: ()? = try? {
            try FileManager.default.createDirectory(atPath: folder + "/www", withIntermediateDirectories: true)
            try String(page.prefix(30_720)).write(toFile: folder + "/www/page.html", atomically: true, encoding: .utf8)
            try configuration.write(toFile: folder + "/nginx.conf", atomically: true, encoding: .utf8)
            // The workers of nginx are another user.
            for path in [folder, folder + "/www", folder + "/www/page.html"] {
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            }
            try Self.script.write(toFile: folder + "/load.lua", atomically: true, encoding: .utf8)
        }()
        guard made != nil else { return nil }
        nginx = Process(program, ["-c", folder + "/nginx.conf"])
        nginx.standardError = FileHandle.nullDevice
        guard (try? nginx.run()) != nil else { return nil }
        for _ in 0..<100 where (try? Loopback.get("/page.html", port: Self.port, gzip: false)) == nil { usleep(20_000) }
    }

    func stop() {
        nginx.terminate()
        nginx.waitUntilExit()
    }

    /// Every address in turn, none from a cache of ours: there is none.
    func load(_ base: String, _ addresses: [String], connections: Int, seconds: Int, gzip: Bool) throws -> Load {
        let list = folder + "/addresses"
        try addresses.joined(separator: "\n").write(toFile: list, atomically: true, encoding: .utf8)
        let arguments = [
            "-t\(min(2, connections))", "-c\(connections)", "-d\(seconds)s", "--timeout", "30s", "-s",
            folder + "/load.lua", base,
        ]
        let settings = ["ADDRESSES": list, "GZIP": gzip ? "1" : ""]
        let text = try Process(Self.find("wrk") ?? "wrk", arguments, settings).output()
        let numbers =
            text.split(separator: "\n").first { $0.hasPrefix("RESULT") }?.split(separator: " ").dropFirst()
            .compactMap { Double($0) } ?? []
        guard numbers.count == 4 else { throw BenchError("wrk: \(text)") }
        return Load(rate: numbers[0], median: numbers[1], slow: numbers[2], errors: Int(numbers[3]))
    }

    private static let script = """
        local paths, k, threads = {}, 0, 0
        function setup(thread) thread:set("id", threads); threads = threads + 1 end
        function init(args)
          for line in io.lines(os.getenv("ADDRESSES")) do paths[#paths + 1] = line end
          k = (id or 0) * 300
          if os.getenv("GZIP") == "1" then wrk.headers["Accept-Encoding"] = "gzip" end
        end
        function request() k = k + 1; return wrk.format(nil, paths[k % #paths + 1]) end
        function done(s, l, r)
          io.write(string.format("RESULT %.1f %.3f %.3f %d\\n", s.requests / (s.duration / 1e6), l:percentile(50) / 1000,
            l:percentile(99) / 1000, s.errors.status + s.errors.connect + s.errors.read + s.errors.write + s.errors.timeout))
        end
        """

    private static func find(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
