import Foundation

/// Prints the figures of `docs/performance.md`. Build it in release and give it the server:
///
///     Bench path/to/schakel                              pages, memory, commits
///     Bench commits path/to/schakel                      responses committed, alone
///     Bench reminders path/to/schakel                    the morning's reminders and the list of what is late
///     Bench finding path/to/schakel 10000 100000         all of searching, with the peers where they are installed
///     Bench search folder-of-the-set 10000 100000        the index alone
///     Bench pages | own path/to/schakel 10000 100000     the vacancy board over HTTP; the product's searches in this process
///
/// Absolute numbers depend on the machine: each stands beside something measured in the same run.
@main
struct Bench {
    private static let usage =
        "usage: Bench [finding | pages | own | commits | reminders] path/to/schakel [sizes], or Bench search folder sizes"

    static func main() async throws {
        var arguments = CommandLine.arguments.dropFirst()
        let part = ["finding", "search", "pages", "own", "commits", "reminders"].first { $0 == arguments.first }
        if part != nil { arguments = arguments.dropFirst() }
        let sizes = arguments.dropFirst().compactMap { Int($0) }
        guard let first = arguments.first else { return stop() }
        if part == "search" { return try search(first, sizes) }
        guard FileManager.default.isExecutableFile(atPath: first) else { return stop() }
        let folder = NSTemporaryDirectory() + "schakel-bench-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = Server(program: first, folder: folder)
        if part == "finding" {
            let data = ProcessInfo.processInfo.environment["SCHAKEL_BENCH_DATA"] ?? folder
            let peers = Peers(folder: data)
            try peers?.makeData(sizes)
            if peers == nil { print("SCHAKEL_BENCH_KIT is not set: no set to search, and no peers") }
            for size in sizes where peers != nil {
                try search(data, [size])
                peers?.print(size)
            }
        }
        for size in sizes {
            if part == "pages" || part == "finding" { try PageFigures(server: server, folder: folder).print(size) }
            if part == "own" || part == "finding" { try await OwnFigures(server: server, folder: folder).print(size) }
        }
        if part == "reminders" { try await ReminderFigures(server: server, folder: folder).print() }
        if part == "commits" { try await CommitFigures(folder: folder).print() }
        guard part == nil else { return }
        try ServerFigures(server: server, folder: folder).print()
        if let url = ProcessInfo.processInfo.environment["SCHAKEL_BENCH_POSTGRES_PAGES"] {
            try ServerFigures(server: server, folder: folder).printPostgres(url)
        }
        try await CommitFigures(folder: folder).print()
    }

    private static func search(_ folder: String, _ sizes: [Int]) throws {
        let figures = SearchFigures(data: KitData(folder: folder))
        for size in sizes {
            try figures.print(size)
            figures.printSuggestions(size)
        }
    }

    private static func stop() {
        print(usage)
        exit(2)
    }
}
