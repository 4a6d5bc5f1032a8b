package import HTML
import HTTPTypes
import Localisation
import Texts
package import Time
package import VolunteerCentre
package import Web

extension Visit {
    package var asksForFile: Bool { query.first("bestand") == "csv" }

    /// Which part of a list was asked for: a page, or all of it that fits in a file.
    package var listPage: Page { asksForFile ? Page(1, size: ListAddress.fileLimit) : pageNumber }

    /// The pages of a list, and its file.
    package func listFoot<E>(_ rows: Paged<E>, _ list: ListAddress) -> HTML {
        guard rows.total > 0 else { return .empty }
        let words =
            rows.total > ListAddress.fileLimit
            ? t("The first {count} as a file for Excel", ["count": t.number(ListAddress.fileLimit)])
            : t("As a file for Excel (CSV)")
        return """
            \(pager(rows, path: list.path, query: list.query))
            <p class="list-file"><a href="\(link(list.file))" download>\(words)</a></p>
            """
    }

    /// - Parameter name: of the file, without the day and `.csv`.
    package func file<Row>(_ name: String, _ rows: [Row], _ columns: [Column<Row>?]) -> Reply {
        var csv = CSVWriter()
        let columns = columns.compactMap { $0 }.compactMap { column in column.text.map { (column.head, $0) } }
        csv.add(columns.map(\.0))
        for row in rows { csv.add(columns.map { $0.1(row) }) }
        return Reply(
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(name)-\(centre.slug)-\(today.iso).csv\"",
            ], body: csv.bytes, shared: false)
    }

    /// The day of a moment, as spreadsheets read it.
    package func day(_ instant: Instant) -> String { CalendarDate(instant, in: centre.zone).iso }
}
