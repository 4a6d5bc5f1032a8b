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
