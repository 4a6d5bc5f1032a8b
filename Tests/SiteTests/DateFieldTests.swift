import GivenCentre
import Localisation
import Testing
import Time
import Web

@testable import SiteKit

/// Dates as people and browsers write them.
@Suite struct DateFieldTests {
    private func read(_ text: String) throws -> (date: CalendarDate?, error: String?) {
        var reader = FormReader(FormData(pairs: [("dag", text)]), try Resources.catalogues().localiser(.nl))
        let date = reader.date("dag")
        return (date, reader.errors["dag"])
    }

    @Test func aYearOfTwoFiguresIsOneOfThisCentury() throws {
        for text in ["1-9-26", "01-09-26", "1/9/2026", "2026-09-01", "0026-09-01", " 1.9.2026 "] {
            let (date, error) = try read(text)
            #expect(date?.iso == "2026-09-01" && error == nil, "\(text)")
        }
    }

    /// Border towns write to both countries, and a name is no advertisement.
    @Test func postcodesOfBothCountriesAndNamesWithoutLinks() throws {
        let t = try Resources.catalogues().localiser(.nl)
        for (typed, read) in [("6211 AB", "6211 AB"), ("B-3500", "3500"), ("nl-7622ab", "7622 AB"), ("3500", "3500")] {
            for country in ["NL", "BE"] {
                var reader = FormReader(FormData(pairs: [("postcode", typed)]), t)
                #expect(reader.postcode("postcode", country: country) == read, "\(typed) \(country)")
                #expect(reader.errors.isEmpty, "\(typed) \(country)")
            }
        }
        for (name, isWrong) in [
            ("t.me/abc", true), ("bit.ly/xx", true), ("spam。example", true), ("J.Jansen", false),
            ("Mevr. De Boer", false),
        ] {
            var reader = FormReader(FormData(pairs: [("naam", name)]), t)
            _ = reader.name("naam", missing: "leeg")
            #expect(reader.errors.isEmpty != isWrong, "\(name)")
        }
        // Fillers that nobody sees are no name.
        for filler in ["%E3%85%A4", "%E2%A0%80"] {
            var reader = FormReader(try FormData(urlEncoded: Array("naam=\(filler)".utf8)), t)
            #expect(reader.name("naam", missing: "leeg") == "" && reader.errors["naam"] == "leeg", "\(filler)")
        }
    }

    @Test func whatCannotBeRightIsSaidAndNeverKept() throws {
        for text in ["1-9-1026", "1026-09-01", "31-12-9999", "1-1-1999"] {
            let (date, error) = try read(text)
            #expect(date == nil && error?.contains("kan niet kloppen") == true, "\(text)")
        }
        for text in ["31-02-2027", "morgen", "1-13-26", "12", "0000-00-00"] {
            let (date, error) = try read(text)
            #expect(date == nil && error?.contains("geen datum") == true, "\(text): \(error ?? "")")
        }
        let (none, error) = try read("")
        #expect(none == nil && error == nil)
    }
}
