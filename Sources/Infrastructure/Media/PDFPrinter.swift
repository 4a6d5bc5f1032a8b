import Foundation
import Subprocess

/// Turns a page into a tagged PDF (PDF/UA-1), which screen readers can read, by WeasyPrint in a process of its own.
///
/// The page must hold all it needs: the process may fetch nothing, neither from the network nor from the disk.
package actor PDFPrinter {
    /// The tool is not installed, or it failed.
    package struct Unavailable: Error {}

    private let program: String
    private let gate = Turnstile(places: 1)
    /// The same page makes the same file, so it is made once. Newest last.
    private var made: [(html: String, pdf: [UInt8])] = []
    private static let kept = 20

    /// - Parameter program: name or path of WeasyPrint 70 or later.
    package init(program: String) { self.program = program }

    /// Whether the tool is there.
    package nonisolated var isInstalled: Bool {
        program.contains("/") ? FileManager.default.isExecutableFile(atPath: program) : false
    }

    /// - Throws: `Unavailable`.
    package func callAsFunction(_ html: String) async throws -> [UInt8] {
        if let known = known(html) { return known }
        return try await gate.pass {
            // Who stood in line behind the first finds it done.
            if let known = await self.known(html) { return known }
            let pdf = try await self.run(html)
            await self.keep(html, pdf)
            return pdf
        }
    }

    private func known(_ html: String) -> [UInt8]? { made.first { $0.html == html }?.pdf }

    private func keep(_ html: String, _ pdf: [UInt8]) {
        made.append((html, pdf))
        if made.count > Self.kept { made.removeFirst() }
    }

    /// Twenty seconds of the processor and two gigabytes of address space; a manual needs one second and 60 MB.
    private nonisolated func run(_ html: String) async throws -> [UInt8] {
        // In a file, not through a pipe: a tool that ends without reading would end us with it (SIGPIPE).
        let file = LeftFiles().place("page")
        try Data(html.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let limits = ["--kill-after=1", "40", "prlimit", "--cpu=20", "--as=2000000000", "--core=0", program]
        // No protocol is allowed, so nothing that a text names is fetched.
        let options = ["--quiet", "--pdf-variant", "pdf/ua-1", "--allowed-protocols", "none", file.path, "-"]
        guard
            let result = try? await Subprocess.run(
                .name("timeout"), arguments: Arguments(limits + options),
                environment: .inherit.updating(["LC_ALL": "C.UTF-8"]), output: .bytes(limit: 20_000_000),
                error: .discarded),
            case .exited(0) = result.terminationStatus, result.standardOutput.starts(with: Array("%PDF".utf8))
        else { throw Unavailable() }
        return result.standardOutput
    }
}
