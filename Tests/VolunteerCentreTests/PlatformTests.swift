import Foundation
import GivenCentre
import Localisation
import Testing

@testable import VolunteerCentre

@Suite struct ThemeTests {
    @Test func contrastAsInTheStandard() throws {
        let black = Colour(red: 0, green: 0, blue: 0)
        #expect(abs(Colour.white.contrast(with: black) - 21) < 0.001)
        #expect(Colour.white.contrast(with: .white) == 1)
        let grey = try #require(Colour(hex: "#767676"))
        #expect(abs(grey.contrast(with: .white) - 4.54) < 0.01)
        #expect(grey.contrast(with: .white) == Colour.white.contrast(with: grey))
    }

    @Test func unreadableColoursAreRefused() {
        #expect(Theme(brand: "#767676", accent: "#f0a13a") != nil)
        #expect(Theme(brand: "#777777", accent: "#f0a13a") == nil)
        #expect(Theme(brand: "#1f5f4f", accent: "#333333") == nil)
        #expect(Theme(brand: "#1f5f4f", accent: "#ffffff") != nil)
        for broken in ["", "1f5f4f", "#1f5f4", "#1f5f4ff", "#1f5f4g", "red", "#1f5f4é"] {
            #expect(Theme(brand: broken, accent: "#f0a13a") == nil, "\(broken)")
        }
        #expect(Theme(brand: Theme.standard.brand.hex, accent: Theme.standard.accent.hex) == .standard)
    }

    @Test func theDarkVariantReadsOnTheDarkPage() {
        for brand in stride(from: 0, to: 256, by: 17) {
            let colour = Colour(red: UInt8(brand), green: 0x30, blue: UInt8(255 - brand))
            #expect(colour.readable(on: .night).contrast(with: .night) >= 7)
        }
    }

    @Test func theSheetHoldsColoursOnly() throws {
        let css = try #require(Theme(brand: "#1F5F4F", accent: "#f0a13a")).css
        #expect(css.hasPrefix(":root{--brand:#1f5f4f;") && !css.contains("<"))
    }
}

@Suite struct PasswordRuleTests {
    /// One's own name, organisation and address, in any order, are guessed first.
    @Test(arguments: ["ilse nijhof 12", "weekend-borne", "BorneWeekend99", "nijhof.ilse.1", "ilse@weekend-borne"])
    func whatStandsOnThePageIsNoPassword(_ password: String) {
        let context = ["Wijkrijk", "ilse@weekend-borne.example", "Ilse Nijhof"]
        #expect(PasswordRule.refusal(password, context: context) == .common)
        #expect(PasswordRule.refusal("ilse lust graag spruitjes", context: context) == nil)
    }

    @Test(arguments: [
        ("kort", PasswordRule.Refusal.tooShort), ("elf tekens..", nil), ("elftekens..", .tooShort), ("", .tooShort),
        ("drie groene fietsen", nil), ("zon maan ster", nil), ("123456789012", .common), ("abcdefghijklmn", .common),
        ("aaaaaaaaaaaa", .common), ("abababababab", .common), ("Wachtwoord123", .common), ("WELKOM123456", .common),
        ("password1234", .common), ("vrijwilliger1", .common), ("borne2026!!!", .common), ("Anna.de.Vries1", nil),
        ("qwertyuiop12", .common), ("correct horse battery", nil),
    ])
    func passwords(_ password: String, _ refusal: PasswordRule.Refusal?) {
        #expect(
            PasswordRule.refusal(password, context: ["Vrijwilligers Centrale Borne", "info@borne.example"]) == refusal)
    }

    @Test func lengthsAreOfCharacters() {
        let long = String((0..<128).map { Character(Unicode.Scalar(UInt8(97 + ($0 * 7) % 26))) })
        #expect(PasswordRule.refusal(long, context: []) == nil)
        #expect(PasswordRule.refusal(long + "x", context: []) == .tooLong)
        #expect(PasswordRule.refusal("👩‍👩‍👧🐈🐕🦆🌳🌷🚲⛵️☀️🌧⛄️🍀", context: []) == nil)
    }
}

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Café 't Huis", "cafe 't huis"), ("ZOË", "zoe"), ("Œuvre", "oeuvre"), ("Æ", "ae"), ("Straße", "strasse"),
        ("e\u{301}", "e"), ("Ÿ", "y"), ("abc123", "abc123"), ("", ""),
    ])
    func folds(_ text: String, _ folded: String) { #expect(Folding.fold(text) == folded) }

    @Test func foldingTwiceIsFoldingOnce() {
        for text in ["Café", "ẞ", "İstanbul", "ŒUVRE", "ﬁets", "Ærø"] {
            #expect(Folding.fold(Folding.fold(text)) == Folding.fold(text), "\(text)")
        }
    }

    @Test func wordsOfASearch() {
        #expect(Folding.words("  Kok, in Café-bar! ") == ["kok", "in", "cafe", "bar"])
        #expect(Folding.words("a b c d e f g h i j").count == 8)
        #expect(Folding.words(" %_\\ x'") == ["x"] && Folding.words(" %_ \\") == ["%_"] && Folding.words(" ") == [])
        #expect(Folding.words(String(repeating: "a", count: 5000)).first?.count == 400)
        #expect(Folding.containing("a%b_c\\d") == "%a\\%b\\_c\\\\d%")
    }

    @Test(arguments: [
        ("Maatje voor Café 't Huis", "maatje-voor-cafe-t-huis"), ("  ", ""), ("日本", ""), ("100% leuk!", "100-leuk"),
        ("Ruben's-fietsen", "ruben-s-fietsen"), ("--a--", "a"), ("ﬁets en koﬃe", "fiets-en-koffie"),
    ])
    func slugs(_ text: String, _ slug: String) { #expect(Slug.make(text) == slug) }

    @Test func slugsAreShort() {
        #expect(Slug.make(String(repeating: "woord ", count: 50)).utf8.count <= 60)
        #expect(Slug.make(String(repeating: "x", count: 300)).utf8.count <= 60)
    }
}

@Suite struct TaxonomyTests {
    @Test func theListsOfTheRepository() throws {
        let taxonomy = try Taxonomy(file: Resources.folder + "/Data/taxonomy.csv")
        for list in Taxonomy.List.allCases {
            let entries = taxonomy.entries(list)
            #expect(!entries.isEmpty, "\(list)")
            #expect(Set(entries.map(\.slug)).count == entries.count, "\(list)")
            for entry in entries {
                #expect(
                    entry.slug.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 },
                    "\(entry.slug)")
                for language in [Language.nl, .nlBE, .en, .fr] { #expect(!entry.label(language).isEmpty) }
                #expect(taxonomy.contains(list, entry.slug))
            }
        }
        #expect(taxonomy.label(.interest, "maatje", .nl) == "Maatje en bezoek")
        #expect(taxonomy.label(.interest, "maatje", .nlBE) == "Buddy en bezoek")
        #expect(taxonomy.label(.interest, "maatje", .en) == "Befriending and visits")
        #expect(taxonomy.label(.interest, "verdwenen", .nl) == "verdwenen")
        #expect(!taxonomy.contains(.activity, "maatje"))
    }

    @Test(arguments: ["", "a,b,nl\n", "list,slug,nl\ninterest,zorg\n", "list,slug,nl\ninterest,zorg,a,b\n"])
    func brokenFiles(_ text: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("taxonomy-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(throws: Taxonomy.Unreadable.self) { try Taxonomy(file: file.path) }
    }
}

@Suite struct PageTests {
    @Test func numbers() {
        #expect(Page(0).number == 1 && Page(-5).number == 1 && Page(501).number == 500 && Page(.max).offset == 9980)
        #expect(Paged<Int>([], page: Page(1), total: 0).pages == 1)
        #expect(Paged<Int>([], page: Page(1), total: 20).pages == 1)
        #expect(Paged<Int>([], page: Page(1), total: 21).pages == 2)
        #expect(Paged<Int>([], page: Page(1), total: 1_000_000).pages == 500)
    }
}
