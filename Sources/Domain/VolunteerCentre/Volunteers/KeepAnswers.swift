import Foundation
import SQL

/// The answers of the questionnaire become part of a volunteer's profile. What was not asked this time stays as it was.
package enum KeepAnswers {
    /// - Parameter asked: questions that are answered anew also when the answer is empty.
    package static func run(_ given: Answers, asked: Set<Answers.Question> = [], in work: UnitOfWork) throws -> Bool {
        guard case .volunteer(let id) = work.actor.role else { return false }
        var answers = given
        let before = try Answers.of(id, in: work.centre.id, work.tx)
        for question in Answers.Question.allCases where answers[question].isEmpty && !asked.contains(question) {
            answers[question] = before[question]
        }
        try work.tx("delete from volunteer_answer where centre_id = \(work.centre.id) and volunteer_id = \(id)")
        for (question, answer) in answers.pairs {
            try work.tx(
                """
                insert into volunteer_answer (centre_id, volunteer_id, question, answer)
                values (\(work.centre.id), \(id), \(question), \(answer)) on conflict do nothing
                """)
        }
        try Audit.record("answers.kept", on: "volunteer", id.number, in: work)
        try work.changed("volunteer", id)
        return true
    }

    /// Answers wait with the link in the mail until its owner has proven that the address is hers.
    static func wait(_ answers: Answers, with link: Token, _ tx: Transaction) throws {
        guard !answers.isEmpty else { return }
        let text = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
        try tx("update credential_link set answers = \(text) where token_hash = \(link.hash)")
    }

    /// For who has just set her password by the link.
    static func arrived(
        by link: CredentialLink, of volunteer: ID<Volunteer>, in work: UnitOfWork
    ) throws {
        let kept: String? = try work.tx.value("select answers from credential_link where id = \(link.id)")
        guard let text = kept else { return }
        try work.tx("update credential_link set answers = null where id = \(link.id)")
        // Anybody can type anybody's address: what she keeps already stays.
        guard try Answers.of(volunteer, in: work.centre.id, work.tx).isEmpty else { return }
        let answers = try JSONDecoder().decode(Answers.self, from: Data(text.utf8))
        _ = try run(answers, in: work.acting(as: .volunteer(volunteer), link.account))
    }
}
