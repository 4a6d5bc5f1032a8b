import TestSupport
import Testing
import Time
import Web

@Suite struct FormSealTests {
    private let seal = FormSeal(secret: Array("secret".utf8))
    private let now = Instant(milliseconds: 1_800_000_000_000)

    @Test func aFormThatWasReadIsFine() {
        let mark = seal.issue(random: [UInt8](1...12), now: now)
        #expect(seal.check(mark, now: now.adding(.seconds(3))) == .fine)
        #expect(seal.check(mark, now: now.adding(.days(3))) == .fine)
        #expect(seal.check(mark, now: now.adding(Span(milliseconds: 2999))) == .tooFast)
        #expect(seal.check(mark, now: now) == .tooFast)
        #expect(seal.check(mark, now: now.subtracting(.hours(1))) == .tooFast)
    }

    @Test func everyOtherMarkIsForged() {
        let mark = seal.issue(random: [UInt8](1...12), now: now)
        let later = now.adding(.hours(1))
        let other = FormSeal(secret: Array("other".utf8)).issue(random: [UInt8](1...12), now: now)
        for forged in [
            "", ".", "..", "a.b.c", other, mark + ".", mark + "0", "." + mark, mark + "\n", mark.uppercased(),
        ] {
            #expect(seal.check(forged, now: later) == .forged, "\(forged)")
        }
        // One sign changed, wherever it stands.
        for index in mark.indices {
            var changed = mark
            changed.replaceSubrange(index...index, with: mark[index] == "0" ? "1" : "0")
            #expect(seal.check(changed, now: later) == .forged, "\(changed)")
        }
        #expect(seal.check(mark, now: later) == .fine)
    }

    @Test func twoFormsHaveTwoMarks() {
        let chance = SeededBytes(1)
        let marks = Set((0..<100).map { _ in seal.issue(random: chance(12), now: now) })
        #expect(marks.count == 100)
        #expect(marks.allSatisfy { $0.utf8.count < 100 })
    }
}
