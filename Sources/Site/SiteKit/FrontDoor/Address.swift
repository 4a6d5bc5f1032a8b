package import Web

/// What a page says after something was done. Each page has its own list; words for all of it are counted by the compiler.
package protocol Notice: RawRepresentable, CaseIterable, Sendable where RawValue == String {}

/// A page that a redirect leads to, with the notices that it knows: what no page says cannot be sent there.
package struct Address<Said: Notice>: Sendable {
    package let path: String

    /// - Parameter path: of a route; a contract test looks for one.
    package init(_ path: String) { self.path = path }

    /// The same page with something chosen on it.
    package func with(_ name: String, _ value: String) -> Address {
        Address(path + (path.contains("?") ? "&" : "?") + "\(name)=\(value)")
    }
}

extension Visit {
    /// After something was done: the page, which says it.
    package func redirect<Said>(_ address: Address<Said>, saying notice: Said?) -> Reply {
        redirect(notice.map { address.with("melding", $0.rawValue).path } ?? address.path)
    }

    /// What this page has to say, if it knows the word.
    package func said<Said: Notice>(_ type: Said.Type = Said.self) -> Said? {
        query.first("melding").flatMap(Said.init(rawValue:))
    }
}
