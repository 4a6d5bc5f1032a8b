package import SQL

/// Which part of a list: a number from 1 and a size. Deep pages stop at 500: beyond that people search.
package struct Page: Sendable, Equatable {
    package let number: Int
    package let size: Int

    package init(_ number: Int, size: Int = 20) {
        self.number = min(max(number, 1), 500)
        self.size = size
    }

    /// This one, or the last that a list of so many has.
    func last(of total: Int) -> Page { Page(min(number, (total + size - 1) / size), size: size) }

    package var offset: Int { (number - 1) * size }

    package var limit: SQL { "limit \(size) offset \(offset)" }
}

/// One page of a list and how many there are in all.
package struct Paged<Element: Sendable>: Sendable {
    package let elements: [Element]
    package let page: Page
    package let total: Int

    package init(_ elements: [Element], page: Page, total: Int) {
        self.elements = elements
        self.page = page
        self.total = total
    }

    /// A page that is not there any more, since what stood on it was handled, is the last one that is.
    package init(_ page: Page, of total: Int?, _ elements: (Page) throws -> [Element]) rethrows {
        let page = page.last(of: total ?? 0)
        self.init(try elements(page), page: page, total: total ?? 0)
    }

    /// - Parameter rows: what is counted, as it stands behind `from`.
    init(_ page: Page, of rows: SQL, _ tx: Transaction, _ elements: (Page) throws -> [Element]) throws {
        try self.init(page, of: try tx.count(rows), elements)
    }

    package var pages: Int { min(500, max(1, (total + page.size - 1) / page.size)) }
}
