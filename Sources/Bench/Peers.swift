import Foundation

/// The search engines and the scan of a reference kit beside our own figures, in the same minutes on the same data.
///
/// `SCHAKEL_BENCH_KIT` is its folder (`gen.py`, `engines.py`, `scan.c`), `SCHAKEL_BENCH_PYTHON` a Python that has its engines.
/// What is missing is left out, with a word about it.
struct Peers {
    private let kit: String
    private let python: String
    private let folder: String

    /// - Parameter folder: for the data, the scan and what the engines write.
    init?(folder: String) {
        let environment = ProcessInfo.processInfo.environment
        guard let kit = environment["SCHAKEL_BENCH_KIT"] else { return nil }
        self.kit = kit
        self.folder = folder
        python = environment["SCHAKEL_BENCH_PYTHON"] ?? "python3"
    }

    /// Makes the set where it is not there yet.
    func makeData(_ sizes: [Int]) throws {
        let missing = sizes.filter { !FileManager.default.fileExists(atPath: "\(folder)/vacancies-\($0).tsv") }
        guard !missing.isEmpty else { return }
        _ = try run([python, kit + "/gen.py", folder] + missing.map(String.init))
    }

    func print(_ count: Int) {
        do {
            let lines = try run([python, kit + "/engines.py", "tantivy", "\(count)", "3"], ["BENCH_DATA": folder])
            for line in lines where line.hasPrefix("RESULT") {
                let fields = fields(of: line)
                row(
                    "\(count): tantivy, \(fields["kind"] ?? "")", "\(fields["mean_ms"] ?? "?") ms",
                    "p50 \(fields["p50_ms"] ?? "?"), p99 \(fields["p99_ms"] ?? "?"), \(fields["hits_avg"] ?? "?") found; loaded in \(fields["load_s"] ?? "?") s"
                )
            }
        } catch { row("\(count): tantivy", "–", "\(error)") }
        do {
            let scan = folder + "/scan"
            _ = try run(["clang", "-O3", "-march=native", "-w", "-o", scan, kit + "/scan.c", "-lm"])
            for line in try run([scan, "\(count)"]) where line.hasPrefix("scan vector") {
                let fields = fields(of: line)
                row(
                    "\(count): the C scan, in vectors", "\(fields["p50_ms"] ?? "?") ms",
                    "p99 \(fields["p99_ms"] ?? "?"); check \(fields["check"] ?? "?")")
            }
        } catch { row("\(count): the C scan", "–", "\(error)") }
    }

    private func fields(of line: String) -> [String: String] {
        Dictionary(
            line.split(separator: " ").compactMap { part in
                part.firstIndex(of: "=").map { (String(part[..<$0]), String(part[part.index(after: $0)...])) }
            }, uniquingKeysWith: { first, _ in first })
    }

    private func run(_ command: [String], _ more: [String: String] = [:]) throws -> [String] {
        let process = Process(
            "/usr/bin/env", command, ["BENCH_TMP": folder + "/engines"].merging(more) { $1 })
        process.standardError = FileHandle.nullDevice
        return try process.output().split(separator: "\n").map(String.init)
    }
}
