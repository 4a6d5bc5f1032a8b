package import Jobs
import SQL

/// The handlers of the domain's own jobs.
package enum DomainJobs {
    package static func handlers(
        mails: Mails, random: @escaping RandomBytes
    ) -> [String: JobHandler] {
        [
            ResetRequest.job: { job in
                let request = try job.payload(ResetRequest.self)
                let instant = job.now
                try await job.database.write { tx in
                    guard let centre = try CentreQueries.all(tx).first(where: { $0.id.number == request.centre }) else {
                        return
                    }
                    try RequestReset(mails: mails, random: random)(
                        email: request.email, centre: centre, now: instant, tx)
                }
            },
            RegisterVolunteer.job: { job in
                let request = try job.payload(RegisterVolunteer.self)
                let instant = job.now
                try await job.database.write { tx in
                    guard let centre = try CentreQueries.all(tx).first(where: { $0.id.number == request.centre }) else {
                        return
                    }
                    try request(mails: mails, random: random, centre: centre, now: instant, tx)
                }
            },
        ]
    }
}
