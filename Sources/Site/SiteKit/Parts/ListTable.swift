package import HTML
import Localisation

/// A column of a table: its head, and what stands in a row. On a narrow screen a row is a card: the first cell is its title,
/// the others say their head, and what may be done stands below.
package struct Column<Row> {
    enum Kind { case plain, name, theirs, actions }

    let kind: Kind
    let head: String
    let cell: (Row) -> HTML

    private init(_ kind: Kind, _ head: String, _ cell: @escaping (Row) -> HTML) {
        self.kind = kind
        self.head = head
        self.cell = cell
    }

    package init(_ head: String, _ cell: @escaping (Row) -> HTML) { self.init(.plain, head, cell) }

    /// A name of somebody or something, in whatever script.
    package static func name(_ head: String, _ cell: @escaping (Row) -> HTML) -> Column { .init(.name, head, cell) }

    /// In the words of an organisation: in the language of the centre, whatever the page is in.
    package static func theirs(_ head: String, _ cell: @escaping (Row) -> HTML) -> Column { .init(.theirs, head, cell) }

    /// What may be done with the row. The head is read aloud only.
    package static func actions(_ head: String, _ cell: @escaping (Row) -> HTML) -> Column {
        .init(.actions, head, cell)
    }
}

extension Visit {
    /// A list as a table. The first column names the row.
    /// - Parameters:
    ///   - caption: read aloud only.
    ///   - id: of the cell that names the row, for actions that say what they are about.
    ///   - columns: nil where a column is not for this reader.
    package func table<Row>(
        _ rows: [Row], _ caption: String, id: ((Row) -> String)? = nil, _ columns: [Column<Row>?]
    ) -> HTML {
        let columns = columns.compactMap { $0 }
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
            <table class="list"><caption class="visually-hidden">\(caption)</caption>
            <thead><tr>\(each: columns, { head($0) })</tr></thead>
            <tbody>\(body)</tbody></table>
            """
    }

    private func head<Row>(_ column: Column<Row>) -> HTML {
        if column.kind == .actions {
            return "<th scope=\"col\"><span class=\"visually-hidden\">\(column.head)</span></th>"
        }
        return "<th scope=\"col\">\(column.head)</th>"
    }

    private func opening<Row>(_ column: Column<Row>) -> HTML {
        column.kind == .actions
            ? "<td class=\"row-actions\">" : "<td data-label=\"\(column.head)\"\(words(column))>"
    }

    private func words<Row>(_ column: Column<Row>) -> HTML {
        switch column.kind {
        case .plain, .actions: .empty
        case .name: " dir=\"auto\""
        case .theirs: theirs
        }
    }
}
