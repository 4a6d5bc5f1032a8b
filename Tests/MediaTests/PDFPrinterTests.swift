import Foundation
import Media
import TestSupport
import Testing

/// What the manual goes through: a real WeasyPrint, read back by poppler's tools.
@Suite struct PDFPrinterTests {
    private let program =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/var/tools/bin/weasyprint"

    @Test func theFileIsTaggedAndSaysTheSame() async throws {
        let printer = PDFPrinter(program: program)
        #expect(printer.isInstalled)
        let pdf = try await printer(
            "<!doctype html><html lang=nl><meta charset=utf-8><title>Handleiding</title><h1>Kop één</h1><p>Eerst dit.</p></html>"
        )
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("schakel-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pdf).write(to: file)
        let facts = try read("pdfinfo", [file.path])
        #expect(facts.contains(/Tagged:\s+yes/) && facts.contains(/Title:\s+Handleiding/))
        #expect(try read("pdftotext", [file.path, "-"]).contains("Kop één"))
    }

    /// Neither files of this machine nor addresses elsewhere get into a document, whatever a text says.
    @Test func nothingIsFetched() async throws {
        let secret = FileManager.default.temporaryDirectory.appendingPathComponent("schakel-\(UUID().uuidString).css")
        try Data("p::after { content: 'geheim' }".utf8).write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        let page = "<html lang=nl><title>a</title><link rel=stylesheet href='file://\(secret.path)'><p>Hier</p></html>"
        let pdf = try await PDFPrinter(program: program)(page)
        let file = secret.deletingPathExtension().appendingPathExtension("pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pdf).write(to: file)
        let text = try read("pdftotext", [file.path, "-"])
        #expect(text.contains("Hier") && !text.contains("geheim"))
    }

    @Test func withoutTheToolThereIsNone() async throws {
        let printer = PDFPrinter(program: "/nonexistent/weasyprint")
        #expect(!printer.isInstalled)
        await #expect(throws: PDFPrinter.Unavailable.self) { try await printer("<p>x</p>") }
    }

    private func read(_ tool: String, _ arguments: [String]) throws -> String {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/" + tool)
        process.arguments = arguments
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
