import Foundation
import GivenCentre
import Localisation
import Testing

/// Every message of the sources is in the catalogues, and nothing else is.
@Suite struct MessageTests {
    private static func contract() throws -> MessageContract {
        var messages: [ExtractedMessage] = []
        for file in try SourceFile.all(under: "Sources") {
            let found = MessageExtractor(file.text, file: file.path)
            #expect(found.unreadable.isEmpty, "\(file.path): a text nobody can translate in lines \(found.unreadable)")
            messages += found.messages
        }
        return MessageContract(messages)
    }

    private static func catalogue(_ name: String) throws -> POFile {
        try POFile(String(contentsOfFile: Resources.folder + "/Locale/" + name, encoding: .utf8), name: name)
    }

    @Test func callsGiveWhatTheirMessagesNeed() throws {
        let contract = try Self.contract()
        #expect(contract.messages.count > 100)
        for problem in contract.problemsInSources() { Issue.record("\(problem)") }
    }

    @Test func dutchIsComplete() throws {
        for problem in try Self.contract().problems(in: Self.catalogue("nl.po"), complete: true) {
            Issue.record("nl.po: \(problem)")
        }
    }

    @Test func englishSaysOnlyWhatDiffers() throws {
        for problem in try Self.contract().problems(in: Self.catalogue("en.po"), complete: false) {
            Issue.record("en.po: \(problem)")
        }
    }

    @Test func flemishSaysOnlyWhatDiffers() throws {
        for problem in try Self.contract().problems(in: Self.catalogue("nl-BE.po"), complete: false) {
            Issue.record("nl-BE.po: \(problem)")
        }
    }
}
