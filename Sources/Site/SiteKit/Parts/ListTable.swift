package import HTML
import Localisation

/// A column of a table: its head, and what stands in a row. On a narrow screen a row is a card: the first cell is its title,
/// the others say their head, and what may be done stands below.
package struct Column<Row> {
    package typealias Key = any RawRepresentable<String>

    enum Kind { case plain, name, theirs, actions, file }

    let kind: Kind
    let head: String
    /// By what the list is ordered when this head is followed; nil where it cannot be.
    let key: String?
    /// What stands in a file; nil for what belongs on a page only.
    let text: ((Row) -> String)?
    let cell: (Row) -> HTML

    private init(
        _ kind: Kind, _ head: String, _ key: Key? = nil, _ text: ((Row) -> String)? = nil,
        _ cell: ((Row) -> HTML)? = nil
    ) {
        self.kind = kind
        self.head = head
        self.key = key?.rawValue
        self.text = text
        self.cell = cell ?? { row in text.map { "\($0(row))" } ?? .empty }
    }

    package init(_ head: String, by key: Key? = nil, text: ((Row) -> String)? = nil, _ cell: @escaping (Row) -> HTML) {
        self.init(.plain, head, key, text, cell)
    }

    /// The same words on the page and in a file.
    package static func text(_ head: String, by key: Key? = nil, _ text: @escaping (Row) -> String) -> Column {
        .init(.plain, head, key, text)
    }

    /// A name of somebody or something, in whatever script.
    package static func name(_ head: String, _ cell: @escaping (Row) -> HTML) -> Column {
        .init(.name, head, nil, nil, cell)
    }

    package static func name(_ head: String, by key: Key, text: @escaping (Row) -> String) -> Column {
        .init(.name, head, key, text)
    }

    /// In the words of an organisation: in the language of the centre, whatever the page is in.
    package static func theirs(_ head: String, by key: Key? = nil, _ text: @escaping (Row) -> String) -> Column {
        .init(.theirs, head, key, text)
    }

    /// What may be done with the row. The head is read aloud only.
    package static func actions(_ head: String, _ cell: @escaping (Row) -> HTML) -> Column {
        .init(.actions, head, nil, nil, cell)
    }

    /// What stands in the file only, where there is room.
    package static func file(_ head: String, _ text: @escaping (Row) -> String) -> Column {
        .init(.file, head, nil, text)
    }
}

extension Visit {
    /// A list as a table. The first column names the row.
    /// - Parameters:
    ///   - caption: read aloud only.
    ///   - id: of the cell that names the row, for actions that say what they are about.
    ///   - list: where its heads lead to; without it the order is fixed.
    ///   - columns: nil where a column is not for this reader.
    package func table<Row>(
        _ rows: [Row], _ caption: String, id: ((Row) -> String)? = nil, list: ListAddress? = nil,
        _ columns: [Column<Row>?]
    ) -> HTML {
        let columns = columns.compactMap { $0 }.filter { $0.kind != .file }
        // What is the same in every row is made once.
        let openings = columns.map { opening($0) }
        var body = HTML.empty
        for row in rows {
            body += "<tr><th scope=\"row\"\(attribute: "id", id?(row))\(columns.first.map(words) ?? .empty)>"
            for (number, column) in columns.enumerated() {
                if number > 0 { body += openings[number] }
                body += column.cell(row)
                body += number > 0 ? "</td>" : "</th>"
            }
            body += "</tr>"
        }
        return """
            <table class="list\(if: list != nil, " ordered")"><caption class="visually-hidden">\(caption)</caption>
            <thead><tr\(attribute: "data-label", list == nil ? nil : t("Order"))>\(each: columns, { head($0, list) })</tr></thead>
            <tbody>\(body)</tbody></table>
            """
    }

    private func head<Row>(_ column: Column<Row>, _ list: ListAddress?) -> HTML {
        if column.kind == .actions {
            return "<th scope=\"col\"><span class=\"visually-hidden\">\(column.head)</span></th>"
        }
        guard let list, let key = column.key else { return "<th scope=\"col\">\(column.head)</th>" }
        let isBy = list.isOrdered(by: key)
        let direction = list.descends ? "descending" : "ascending"
        return """
            <th scope="col"\(attribute: "aria-sort", isBy ? direction : nil)><a href="\(link(list.ordered(by: key)))">\(column.head)</a></th>
            """
    }

    private func opening<Row>(_ column: Column<Row>) -> HTML {
        column.kind == .actions
            ? "<td class=\"row-actions\">" : "<td data-label=\"\(column.head)\"\(words(column))>"
    }

    private func words<Row>(_ column: Column<Row>) -> HTML {
        switch column.kind {
        case .plain, .actions, .file: .empty
        case .name: " dir=\"auto\""
        case .theirs: theirs
        }
    }
}
