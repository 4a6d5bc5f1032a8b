/// A path to return to after logging in: inside this site's areas only, so that no link can lead people elsewhere.
package enum SafeReturn {
    package static func path(_ text: String) -> String? {
        guard text.utf8.count < 500, !text.contains("\\"), !text.contains("//"),
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return nil }
        return ["/beheer", "/centrum", "/mijn", "/account", "/vacatures"].contains {
            text == $0 || text.hasPrefix($0 + "/") || text.hasPrefix($0 + "?")
        }
            ? text : nil
    }
}
