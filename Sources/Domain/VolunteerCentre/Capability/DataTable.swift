/// What is known of one table: whose rows it holds, what becomes of them when a record they hang on is erased or merged, under
/// which heading people read them, and how long they stay. What is data stands here; how something is withdrawn or told stays
/// code that can be read.
package struct DataTable: Sendable {
    /// A column that holds the number of a row of another table.
    package struct Reference: Sendable {
        package enum Erasing: Sendable {
            /// The row goes with it.
            case goes
            /// The row stays and no longer says whose it was.
            case forgets
            /// The row stays, number and all: it names nobody once the record is gone.
            case stays
        }

        package enum Merging: Sendable {
            /// The row belongs to the organisation or the volunteer that stays.
            case moves
            /// The same, unless that one has a row with the same values in these columns.
            case movesOnce([String])
            case goes
            case forgets
            /// Its use case says how.
            case byHand
        }

        package let column: String
        package let table: String
        package let erasing: Erasing
        package let merging: Merging
    }

    package enum Exporting: Sendable, Equatable {
        /// A section of what a volunteer reads of herself.
        case under(String)
        /// Nothing in it is about a volunteer, or the reason why she does not read it.
        case nowhere
    }

    package enum Term: Sendable, Equatable {
        /// As long as what it hangs on.
        case withOwner
        /// Removed at night when it is so many days old.
        case days(Int)
        /// A term of the centre, by the name of its rule.
        case settings([String])
        /// Until somebody takes it away, or for ever; docs/privacy.md says why.
        case open
    }

    package let name: String
    package let references: [Reference]
    /// Its rows have a history under this name (`state_change.subject`).
    package let subject: String?
    /// Links in mails about its rows.
    package let links: [ActionLink.Purpose]
    package let exporting: Exporting
    package let term: Term

    package init(
        _ name: String, _ references: Reference..., subject: String? = nil, links: [ActionLink.Purpose] = [],
        exported exporting: Exporting = .nowhere, term: Term
    ) {
        self.name = name
        self.references = references
        self.subject = subject
        self.links = links
        self.exporting = exporting
        self.term = term
    }
}

extension DataTable.Reference {
    package static func volunteer(_ merging: Merging, _ erasing: Erasing = .goes) -> Self {
        .init(column: "volunteer_id", table: "volunteer", erasing: erasing, merging: merging)
    }

    package static func organisation(_ merging: Merging, _ erasing: Erasing = .goes) -> Self {
        .init(column: "organisation_id", table: "organisation", erasing: erasing, merging: merging)
    }

    package static func vacancy(_ erasing: Erasing = .goes) -> Self {
        .init(column: "vacancy_id", table: "vacancy", erasing: erasing, merging: .byHand)
    }

    package static func account(_ erasing: Erasing) -> Self { .to("account", "account_id", erasing) }

    package static func to(
        _ table: String, _ column: String, _ erasing: Erasing = .goes, merging: Merging = .byHand
    ) -> Self {
        .init(column: column, table: table, erasing: erasing, merging: merging)
    }
}
