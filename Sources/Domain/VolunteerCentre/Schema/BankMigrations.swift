import SQL

extension Migration {
    /// In order; a released one never changes (docs/migrations.txt).
    static let vacancyBank: [Migration] = [
        .infrastructure,
        .centres,
        .accounts,
        .organisations,
        .vacancies,
        .applications,
        .records,
        .vacancyLife,
        .volunteers,
        .uploads,
        .invitations,
        .admission,
        .texts,
        .retention,
        .organisationVersions,
        .departments,
        .organisationMerges,
        .holidays,
        .consultants,
        .centreActivity,
        .volunteerAnswers,
        .kept,
        .candidatePool,
        .findingSettings,
        .vacancyBegins,
        .vacancyPlaces,
        .vacancySharing,
        .mailSecretPlaces,
        .uploadCleaning,
        .memberInvitations,
        .candidatesFound,
        .emailKeys,
    ]
}
