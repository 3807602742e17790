/**
 * Family names that head the registers of the countries most of the literature comes from: with one initial they are
 * borne by many. As `personOf` writes them.
 */
export const commonFamilyNames: ReadonlySet<string> = new Set(
  [
    'smith jones williams brown taylor davies davis evans thomas johnson roberts wilson wright robinson thompson white',
    'walker hughes edwards green hall wood harris lewis martin jackson clarke clark turner hill scott cooper morris',
    'ward moore anderson campbell stewart macdonald murphy kelly ryan miller garcia rodriguez martinez hernandez lopez',
    'gonzalez perez sanchez fernandez silva santos oliveira souza pereira ferreira costa rossi ferrari muller schmidt',
    'schneider fischer weber meyer wagner becker hansen jensen nielsen johansson andersson karlsson nilsson olsen larsen',
    'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo lee kim park choi jung kang cho',
    'yoon jang lim tan wong chan cheung leung ng lam ho sato suzuki takahashi tanaka watanabe ito yamamoto nakamura',
    'nguyen tran le pham singh kumar sharma gupta patel shah khan ahmed ali hussain hassan das roy rao yilmaz kaya',
  ]
    .join(' ')
    .split(' '),
);
