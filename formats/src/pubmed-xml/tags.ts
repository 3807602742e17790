import type { TagRules } from '../xml/tags.js';

/** Mark-up inside titles and abstracts (NLM's description of its XML). */
export const rules: TagRules = {
  inline: new Set(['i', 'b', 'u', 'sub', 'sup', 'math', 'DispFormula']),
};

/** Every element of NLM's description of PubMed's XML (2025) and of its older versions. */
const elements = new Set(
  (
    'PubmedArticle PubmedBookArticle MedlineCitation PubmedData BookDocument PubmedBookData Abstract AbstractText ' +
    'AccessionNumber AccessionNumberList Acronym Affiliation AffiliationInfo Agency Article ArticleDate ArticleId ' +
    'ArticleIdList ArticleTitle Author AuthorList BeginningDate Book BookTitle Chemical ChemicalList Citation ' +
    'CitationString CitationSubset CoiStatement CollectionTitle CollectiveName CommentsCorrections ' +
    'CommentsCorrectionsList ContractNumber ContributionDate CopyrightInformation Country DataBank DataBankList ' +
    'DataBankName DateCompleted DateCreated DateRevised Day DescriptorName Edition ELocationID EndPage EndingDate ' +
    'FirstName ForeName GeneSymbol GeneSymbolList GeneralNote Grant GrantID GrantList History Hour Identifier Initials ' +
    'Investigator InvestigatorList Isbn ISOAbbreviation ISSN ISSNLinking Issue ItemList Item Journal JournalIssue ' +
    'Keyword KeywordList Language LastName LocationLabel Medium MedlineDate MedlineJournalInfo MedlinePgn MedlineTA ' +
    'MeshHeading MeshHeadingList MiddleName Minute Month NameID NameOfSubstance NlmUniqueID NLMUniqueID Note ' +
    'NumberOfReferences Object ObjectList OtherAbstract OtherID PMID Pagination Param PersonalNameSubject ' +
    'PersonalNameSubjectList ProductName PubDate PubMedPubDate PublicationStatus PublicationType PublicationTypeList ' +
    'Publisher PublisherLocation PublisherName QualifierName RefSource Reference ReferenceList Refsource ' +
    'RegistryNumber ReportNumber Season Second Section SectionTitle Sections Space SpaceFlightMission StartPage ' +
    'Suffix SupplMeshList SupplMeshName Title URL VernacularTitle Volume VolumeTitle Year Zone Url GroupList Group ' +
    'GroupName IndividualName PublicationStatus Cited NumberOfReferences'
  ).split(' '),
);

export function isKnown(tag: string): boolean {
  return tag.split('/').every((name) => elements.has(name) || rules.inline.has(name));
}
