import Testing
import Texts

@Suite struct CSVWriterTests {
    private func line(_ fields: String...) -> String {
        var csv = CSVWriter()
        csv.add(fields)
        return String(decoding: csv.bytes.dropFirst(3), as: UTF8.self)
    }

    @Test func beginsWithTheMarkThatTellsExcelItIsUTF8() {
        var csv = CSVWriter()
        csv.add(["é"])
        #expect(csv.bytes == [0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0x0D, 0x0A])
    }

    @Test func quotesWhatWouldBreakARow() {
        #expect(
            line("Jan,=1+1", "a;b", "zeg \"ja\"", "één\nregel", "", " vooraan")
                == "\"Jan,=1+1\";\"a;b\";\"zeg \"\"ja\"\"\";\"één\nregel\";;\" vooraan\"\r\n")
        // A combining accent after the semicolon makes one character of both: bytes are looked at.
        #expect(line("a;\u{301}b") == "\"a;\u{301}b\"\r\n")
    }

    @Test(arguments: [
        "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1+1", "\r=1", "=HYPERLINK(\"https://evil.example\")",
        "＝1+1", "-", "+", " =1+1", "\u{200B}=1+1", "\u{202E}=1+1", "\u{FEFF}=1", "﹦1", "−1+1",
    ])
    func aFormulaIsText(_ typed: String) {
        let written = line(typed)
        #expect(written.hasPrefix("'") || written.hasPrefix("\"'"), "\(written)")
    }

    @Test(arguments: ["+32 475 12 34 56", "-3", "06-12345678", "12", "O'Neill", "(+31) 6", "a=b"])
    func numbersAndNamesStayWhatTheyAre(_ typed: String) { #expect(line(typed) == typed + "\r\n") }

    /// A spreadsheet takes digits for a number, and a number has no nought before it and no plus.
    @Test(arguments: [
        ("0612345678", "06 12345678"), ("+31612345678", "+31 612345678"), ("0741234567", "07 41234567"), ("12", "12"),
        ("2026", "2026"), ("00001", "00001"),
    ])
    func aTelephoneNumberStaysOne(_ typed: String, _ written: String) { #expect(line(typed) == written + "\r\n") }
}
