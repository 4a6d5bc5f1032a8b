import HTML
package import VolunteerCentre
import Web

/// The address of a list with all that it was asked for. Its heads, its pages and its file each change one thing and keep
/// the rest.
package struct ListAddress {
    /// How many rows a file holds at the most. More rows are no list that anybody reads.
    package static let fileLimit = 5000

    package let path: String
    /// Without the number of the page, which another order does not keep.
    package let query: [(String, String)]
    private let order: String

    /// - Parameter standard: the order that needs no mention in the address.
    package init<Key>(
        _ path: String, _ query: [(String, String)] = [], order: ListOrder<Key>, standard: ListOrder<Key>
    ) {
        self.path = path
        self.order = order.address
        self.query = query + (order.address == standard.address ? [] : [("volgorde", order.address)])
    }

    var descends: Bool { order.hasPrefix("-") }

    func isOrdered(by key: String) -> Bool { order == key || order == "-" + key }

    func ordered(by key: String) -> String {
        address(query.filter { $0.0 != "volgorde" } + [("volgorde", order == key ? "-" + key : key)])
    }

    var file: String { address(query + [("bestand", "csv")]) }

    private func address(_ query: [(String, String)]) -> String {
        Query.address(path, query.filter { !$0.1.isEmpty })
    }
}

extension Visit {
    /// The order that a list was asked in, or the one that it has by itself.
    package func order<Key>(_ standard: ListOrder<Key>) -> ListOrder<Key> {
        query.first("volgorde").flatMap { ListOrder(address: $0) } ?? standard
    }
}
