import Foundation

/// Prints the figures of `docs/performance.md`. Build it in release; give it the server: `Bench path/to/schakel`, or a folder
/// with the made-up set and sizes to measure the index alone: `Bench search folder 10000 100000`; or the server and sizes to
/// measure the vacancy board over HTTP: `Bench pages path/to/schakel 10000 100000`, and the searches of the product in this
/// process: `Bench own path/to/schakel 100000`.
///
/// Absolute numbers depend on the machine: each stands beside something measured in the same run.
@main
struct Bench {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "search", let folder = arguments.dropFirst().first {
            let figures = SearchFigures(data: KitData(folder: folder))
            for size in arguments.dropFirst(2).compactMap({ Int($0) }) {
                try figures.print(size)
                figures.printSuggestions(size)
            }
            return
        }
        let isPages = arguments.first == "pages"
        let isOwn = arguments.first == "own"
        let program = isPages || isOwn ? arguments.dropFirst().first : arguments.first
        guard let program, FileManager.default.isExecutableFile(atPath: program) else {
            print("usage: Bench [pages | own] path/to/schakel [sizes], or Bench search folder sizes")
            exit(2)
        }
        let folder = NSTemporaryDirectory() + "schakel-bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = Server(program: program, folder: folder)
        if isPages {
            for size in arguments.dropFirst(2).compactMap({ Int($0) }) {
                try PageFigures(server: server, folder: folder).print(size)
            }
            return
        }
        if isOwn {
            for size in arguments.dropFirst(2).compactMap({ Int($0) }) {
                try await OwnFigures(server: server, folder: folder).print(size)
            }
            return
        }
        try ServerFigures(server: server, folder: folder).print()
        if let url = ProcessInfo.processInfo.environment["SCHAKEL_BENCH_POSTGRES_PAGES"] {
            try ServerFigures(server: server, folder: folder).printPostgres(url)
        }
        try await CommitFigures(folder: folder).print()
    }
}
