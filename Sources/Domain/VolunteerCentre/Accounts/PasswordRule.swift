/// What a password must be: long enough and not one that everybody tries. No rules of composition (OWASP ASVS 5, 6.2).
package enum PasswordRule {
    package static let shortest = 12
    package static let longest = 128

    package enum Refusal: Sendable, Equatable { case tooShort, tooLong, common }

    /// - Parameter context: words that anybody would guess here: the centre's name, the person's own address.
    package static func refusal(_ password: String, context: [String]) -> Refusal? {
        if password.count < shortest { return .tooShort }
        if password.count > longest { return .tooLong }
        let folded = Folding.fold(password)
        if commonPasswords.contains(folded) || Set(folded).count < 4 { return .common }
        if isRun(folded) { return .common }
        // A password that is little more than words from this page is a guess away: the longest first, since one may hold another.
        let letters = folded.filter(\.isLetter)
        let words = Set(context.flatMap { Folding.words($0) } + guessable).filter { $0.count >= 3 }
        let rest = words.sorted { ($0.count, $1) > ($1.count, $0) }.reduce(letters) { $0.replacing($1, with: "") }
        if rest.count < 4, rest.count < letters.count, Self.guessedDigits(folded) < 6 { return .common }
        return nil
    }

    /// Figures that somebody has to guess: a row of them, as in `123456`, is one.
    private static func guessedDigits(_ text: String) -> Int {
        let digits = text.filter(\.isNumber)
        return isRun(digits) ? 1 : digits.count
    }

    /// `123456789012`, `abcdefghijkl`: each sign follows the one before it.
    private static func isRun(_ text: String) -> Bool {
        let codes = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(codes, codes.dropFirst()).map { $1 - $0 }
        let regular = steps.count { $0 == 1 || $0 == -1 || $0 == 0 || $0 == -9 }
        return regular >= codes.count - 2
    }

    private static let guessable = [
        "vrijwilliger", "vrijwilligerswerk", "wachtwoord", "welkom", "password", "schakel", "organisatie",
    ]

    /// Passwords of twelve signs and more that stand high in every published list, with Dutch ones beside them.
    private static let commonPasswords: Set<String> = [
        "123456789012", "1234567890123", "qwertyuiop12", "qwertyuiop123", "qwertyuiopas", "qwertyuiop[]",
        "1q2w3e4r5t6y",
        "1qaz2wsx3edc", "qazwsxedcrfv", "zaq12wsxcde3", "passwordpassword", "password1234", "password12345",
        "wachtwoord12", "wachtwoord123", "wachtwoord1234", "welkom123456", "welkomwelkom", "welkom2026!!",
        "geheimgeheim",
        "geheim123456", "iloveyou1234", "ikhouvanjou1", "ikhouvanjou123", "letmein12345", "administrator",
        "adminadmin12",
        "administrator1", "changemechangeme", "correcthorsebatterystaple", "trustno1trustno1", "abc123abc123",
        "abcd1234abcd",
        "amsterdam123", "amsterdam1234", "feyenoord123", "feyenoord1908", "ajaxamsterdam", "psveindhoven",
        "nederland123",
        "belgie123456", "vlaanderen12", "vlaanderen123", "sinterklaas1", "sinterklaas12", "voetbal12345",
        "zomer2025zomer",
        "zomer2026zomer", "winter2025winter", "qwerty123456", "azertyuiop12", "azertyuiop123", "azerty123456",
        "1234qwer1234",
        "qwer1234qwer", "asdfghjkl123", "zxcvbnm12345", "sunshine1234", "princess1234", "football1234", "superman1234",
        "welkom01welkom01", "testtesttest", "test12345678", "vrijwilliger1", "vrijwilliger12", "vrijwilliger123",
    ]
}
