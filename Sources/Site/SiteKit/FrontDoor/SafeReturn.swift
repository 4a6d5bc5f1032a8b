/// A path to return to after logging in: inside this site's areas only, so that no link can lead people elsewhere.
package enum SafeReturn {
    package static func path(_ text: String) -> String? {
        guard text.utf8.count < 500, !text.contains("\\"), !text.contains("//"),
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 }), !climbs(text)
        else { return nil }
        return ["/beheer", "/centrum", "/mijn", "/account", "/vacatures"].contains {
            text == $0 || text.hasPrefix($0 + "/") || text.hasPrefix($0 + "?")
        }
            ? text : nil
    }

    /// Whether a browser would go somewhere else than what is written: `..` leads out of an area, however it is spelled.
    private static func climbs(_ text: String) -> Bool {
        text.prefix { $0 != "?" }.lowercased().replacing("%2e", with: ".").split(separator: "/").contains {
            $0.allSatisfy { $0 == "." }
        }
    }

    /// A form of choices only, which may stand in an address; of another one nothing that was typed may.
    package static let choices = "/mijn/zoekopdrachten"
}
