import CLibPQ

/// Which statements the server of one connection holds parsed, and under which names: parsing and planning anew took
/// more of its time than running what a page or a response asks.
struct PreparedStatements {
    /// The same words with other types are another statement.
    struct Key: Hashable {
        let text: String
        let types: [Oid]
    }

    enum Use: Equatable {
        /// Not seen before, and many statements come once: as text.
        case once
        case new(name: String)
        case known(name: String)
    }

    /// The server keeps some ten kilobytes for each.
    static let limit = 256
    private var names: [Key: String?] = [:]
    private var made = 0

    /// Whether there is no room for another one: then the server forgets them all, and so does this.
    var isFull: Bool { names.count >= Self.limit }

    mutating func use(_ key: Key) -> Use {
        switch names[key] {
        case nil:
            names[key] = .some(nil)
            return .once
        case .some(let name?): return .known(name: name)
        case .some(nil):
            made += 1
            return .new(name: "s\(made)")
        }
    }

    mutating func keep(_ name: String, for key: Key) { names[key] = name }

    mutating func forgetAll() { names.removeAll(keepingCapacity: true) }
}
