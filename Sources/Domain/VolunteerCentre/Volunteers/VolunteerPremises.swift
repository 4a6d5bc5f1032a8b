import SQL

extension Premise.Rule {
    /// She did not log in, or say that she stays, since she was asked.
    static let idle = Premise.Rule(rawValue: "idle")
}

extension Premise {
    package static let volunteers: [Rule: Check] = [
        .idle: { premise, _, _, tx in
            try tx.first(
                """
                select 1 as owed from volunteer where id in \(list: premise.about) and asked_at is not null
                    and merged_into is null limit 1
                """) != nil
        }
    ]
}
