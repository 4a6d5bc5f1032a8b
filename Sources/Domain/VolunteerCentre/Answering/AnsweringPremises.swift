import SQL

extension Premise.Rule {
    /// One of these responses still waits for its first answer.
    static let unanswered = Premise.Rule(rawValue: "unanswered")
    /// The last word in one of these conversations is still the volunteer's.
    static let unheard = Premise.Rule(rawValue: "unheard")
}

extension Premise {
    package static let answering: [Rule: Check] = [
        .unanswered: { premise, _, _, tx in
            try tx.first(
                """
                select 1 as owed from application a where a.id in \(list: premise.about) and a.state = 'new'
                    and \(premise.isMember("a")) limit 1
                """) != nil
        },
        .unheard: { premise, made, _, tx in
            try tx.first(
                """
                select 1 as owed from application a where a.id in \(list: premise.about)
                    and a.state in ('in_conversation', 'matched') and \(premise.isMember("a"))
                    and 'volunteer' = (select m.author from application_message m
                        where m.application_id = a.id and m.taken_back_at is null order by m.id desc limit 1)
                    and not exists (select 1 from state_change c where c.centre_id = a.centre_id
                        and c.subject = 'application' and c.subject_id = a.id and c.at > \(made))
                limit 1
                """) != nil
        },
    ]
}
