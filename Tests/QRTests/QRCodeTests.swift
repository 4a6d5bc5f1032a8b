import HTML
import QR
import Testing

/// What a program reads from it is tried in the journeys, from a screenshot and from paper; here what it is made of.
@Suite struct QRCodeTests {
    @Test func aWhiteRimOfFourModules() throws {
        let code = try #require(QRCode("https://wijkrijk.example/vacatures/12"))
        let svg = code.svg(label: "Code").string
        #expect(svg.contains("viewBox=\"0 0 \(code.side) \(code.side)\"") && svg.contains("fill=\"#fff\""))
        for match in svg.matches(of: /M(\d+) (\d+)h(\d+)/) {
            let (x, y, width) = (Int(match.1) ?? 0, Int(match.2) ?? 0, Int(match.3) ?? 0)
            #expect(x >= 4 && y >= 4 && x + width <= code.side - 4 && y < code.side - 4)
        }
        // The mark in the corner begins with seven dark modules, right behind the rim.
        #expect(svg.contains("d=\"M4 4h7v1h-7z"))
        #expect((code.side - 8 - 21) % 4 == 0, "a size of the standard")
    }

    @Test func theSameTextIsTheSameCode() {
        #expect(QRCode("a") == QRCode("a") && QRCode("a") != QRCode("b"))
    }

    @Test func nothingAndTooMuchAreNoCode() {
        #expect(QRCode("") == nil && QRCode(String(repeating: "x", count: 1664)) == nil)
        #expect(QRCode(String(repeating: "x", count: 1663)) != nil)
    }

    @Test func theLabelIsEscaped() throws {
        #expect(try #require(QRCode("a")).svg(label: "\"<b>").string.contains("aria-label=\"&quot;&lt;b&gt;\""))
    }
}
