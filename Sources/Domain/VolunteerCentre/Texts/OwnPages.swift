package import SQL

extension OwnText {
    /// A page that the centre added, also when it is off the site again.
    package struct AddedPage: Sendable, Equatable {
        package let name: String
        package let title: String
        package let isOnSite: Bool
    }

    /// All pages that a centre ever added, oldest first.
    package static func addedPages(in centre: ID<Centre>, page: Page, _ tx: Transaction) throws -> Paged<AddedPage> {
        let pages: SQL = """
            (select name, min(id) as first, max(id) as newest, max(case when body is null then null else id end) as newest_words
                from text_version where centre_id = \(centre) and kind = 'page'
                    and name not in \(list: InformationPage.allCases.map(\.rawValue)) group by name) p
            """
        return try Paged(page, of: pages, tx) { page in
            try tx(
                """
                select p.name, w.title, exists (select 1 from text_version v where v.centre_id = \(centre) and v.kind = 'page'
                    and v.name = p.name and v.body is not null and v.id = (select max(n.id) from text_version n
                        where n.centre_id = v.centre_id and n.kind = v.kind and n.name = v.name and n.language = v.language)) as on_site
                from \(pages) join text_version w on w.id = p.newest_words order by p.first \(page.limit)
                """
            ).map { AddedPage(name: try $0["name"], title: try $0["title"], isOnSite: try $0["on_site"]) }
        }
    }

    /// Whether anything was ever written there.
    package static func exists(_ place: Place, in centre: ID<Centre>, _ tx: Transaction) throws -> Bool {
        try tx.first(
            """
            select id from text_version where centre_id = \(centre) and kind = \(place.kind) and name = \(place.name) limit 1
            """) != nil
    }
}
