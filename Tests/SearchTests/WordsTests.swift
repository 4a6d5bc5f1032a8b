import Search
import Testing

@Suite struct WordsTests {
    @Test(arguments: [
        ("Café Zuid: één keer!", ["cafe", "zuid", "een", "keer"]),
        ("fiets-les, foto’s & œuvre", ["fiets", "les", "foto", "s", "oeuvre"]),
        ("cafe\u{301} ĲSBEER straße", ["cafe", "ijsbeer", "strasse"]),
        ("“Ömer”—Łódź…", ["omer", "lodz"]),
        ("привет 你好 مرحبا", ["привет", "你好", "مرحبا"]),
        ("🐶hond🐶 \u{FEFF}kat\u{0}vis", ["hond", "kat", "vis"]), ("  \n\t ", []), ("", []),
    ])
    func takesATextApart(_ text: String, _ words: [String]) {
        #expect(Words.all(in: text, limit: 20) == words)
    }

    @Test func cutsWhatNobodyWrites() {
        #expect(
            Words.all(in: String(repeating: "a", count: 5000), limit: 5) == [
                String(repeating: "a", count: Words.longest)
            ])
        #expect(Words.all(in: String(repeating: "woord ", count: 5000), limit: 5).count == 5)
    }
}
