import Testing

@testable import Mail

/// A refusal about who sends is told from one about who would get it: the first waits, with every other mail.
@Suite struct RefusalWordsTests {
    private func reply(_ line: String) -> SMTPReply {
        var reply = SMTPReply()
        Array(line.utf8).withUnsafeBytes { reply.add($0) }
        return reply
    }

    @Test(arguments: [
        "550 5.4.5 Daily user sending quota exceeded", "550 5.7.1 Client was not authenticated",
        "504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname", "554 5.7.1 Relay access denied",
    ])
    func aboutUs(_ line: String) { #expect(reply(line).refusesUs(.receiver)) }

    @Test func aboutOurSignature() {
        #expect(reply("550 5.7.26 This mail has been blocked because of the DMARC policy").refusesUs(.message))
    }

    @Test(arguments: ["550 5.1.1 No such user", "552 5.2.2 Mailbox quota exceeded", "550 5.7.1 Message is spam"])
    func aboutTheReceiver(_ line: String) {
        #expect(!reply(line).refusesUs(.receiver) && !reply(line).refusesUs(.message))
    }
}
