/** Commands of LaTeX that stand for characters, and accents. From the tables of LaTeX, textcomp and amsmath. */

/** "name text" pairs in one line each: a table that can be read. */
function table(pairs: string): [string, string][] {
  return pairs
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [name = '', text = ''] = pair.split('=');
      return [name, text];
    });
}

const letters = table(`
  ss=ß SS=SS o=ø O=Ø l=ł L=Ł ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å i=ı j=ȷ dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ NG=Ŋ ij=ĳ IJ=Ĳ
  imath=ı jmath=ȷ`);

const greek = table(`
  alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=θ iota=ι kappa=κ lambda=λ mu=μ
  nu=ν xi=ξ omicron=ο pi=π varpi=π rho=ρ varrho=ρ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω
  Alpha=Α Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ Omicron=Ο Pi=Π
  Rho=Ρ Sigma=Σ Tau=Τ Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω`);

const greekInText = greek.map(([name, text]): [string, string] => [`text${name}`, text]);

const marks = table(`
  textendash=– textemdash=— textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=” textquotesingle='
  textquotedbl=" quotesinglbase=‚ quotedblbase=„ guillemotleft=« guillemotright=» guilsinglleft=‹ guilsinglright=›
  guillemetleft=« guillemetright=» flqq=« frqq=» glqq=„ grqq=“ lq=‘ rq=’ textbackslash=\\ backslash=\\
  textasciitilde=~ textasciicircum=^ textasciigrave=\` textless=< textgreater=> textbar=| textbraceleft={
  textbraceright=} lbrace={ rbrace=} textunderscore=_ textdollar=$ textnumbersign=# textpercent=% textampersand=&
  textregistered=® textcopyright=© copyright=© texttrademark=™ textdegree=° degree=° textmu=µ micro=µ texteuro=€ euro=€
  EUR=€ pounds=£ textsterling=£ textyen=¥ textcent=¢ S=§ textsection=§ P=¶ textparagraph=¶ dag=† textdagger=† ddag=‡
  textdaggerdbl=‡ dots=… ldots=… textellipsis=… cdots=⋯ textperiodcentered=· textbullet=• bullet=• textordmasculine=º
  textordfeminine=ª textexclamdown=¡ textquestiondown=¿ textonehalf=½ textonequarter=¼ textthreequarters=¾
  textonesuperior=¹ texttwosuperior=² textthreesuperior=³ texttimes=× textdiv=÷ textpm=± textminus=− textfractionsolidus=⁄
  textperthousand=‰ textnumero=№ textvisiblespace=␣ textcurrency=¤ textbrokenbar=¦ textasciimacron=¯ textasciidieresis=¨
  textasciiacute=´ textlnot=¬ TeX=TeX LaTeX=LaTeX BibTeX=BibTeX slash=/ textslash=/ textquotedblplain=" hyphen=-
  textsinglequote='`);

/** Cyrillic letters as T2A names them: "{\\cyrchar\\CYRA}", which programs that write plain ASCII still do. */
const cyrillicNames = `A=а B=б V=в G=г D=д E=е YO=ё ZH=ж Z=з I=и ISHRT=й K=к L=л M=м N=н O=о P=п R=р S=с T=т U=у F=ф H=х
  C=ц CH=ч SH=ш SHCH=щ HRDSN=ъ ERY=ы SFTSN=ь EREV=э YU=ю YA=я IE=є II=і YI=ї GUP=ґ USHRT=ў JE=ј LJE=љ NJE=њ TSHE=ћ
  DZHE=џ DJE=ђ KJE=ќ GJE=ѓ DZE=ѕ`;
const cyrillic = table(cyrillicNames).flatMap(([name, letter]): [string, string][] => [
  [`cyr${name.toLowerCase()}`, letter],
  [`CYR${name}`, letter.toUpperCase()],
]);

const mathematics = table(`
  times=× cdot=· div=÷ pm=± mp=∓ leq=≤ le=≤ leqslant=≤ geq=≥ ge=≥ geqslant=≥ neq=≠ ne=≠ approx=≈ sim=~ simeq=≃ cong=≅
  equiv=≡ propto=∝ ll=≪ gg=≫ lt=< gt=> infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ sqrt=√ surd=√ in=∈ notin=∉ ni=∋
  subset=⊂ subseteq=⊆ supset=⊃ cup=∪ cap=∩ emptyset=∅ forall=∀ exists=∃ neg=¬ land=∧ wedge=∧ lor=∨ vee=∨ to=→
  rightarrow=→ leftarrow=← leftrightarrow=↔ Rightarrow=⇒ Leftarrow=⇐ uparrow=↑ downarrow=↓ mapsto=↦ longrightarrow=→
  circ=° deg=° prime=′ ast=* star=⋆ oplus=⊕ otimes=⊗ perp=⊥ parallel=∥ mid=| vert=| angle=∠ ell=ℓ hbar=ℏ Re=ℜ Im=ℑ
  aleph=ℵ male=♂ female=♀ lesssim=≲ gtrsim=≳ langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ dagger=† ddagger=‡
  textrightarrow=→ textleftarrow=← textuparrow=↑ textdownarrow=↓ textgreater=> textasteriskcentered=*
  checkmark=✓ triangle=△ square=□ Box=□ log=log ln=ln exp=exp sin=sin cos=cos tan=tan max=max min=min lim=lim`);

/** What a command stands for. */
export const characters: ReadonlyMap<string, string> = new Map([
  ...letters,
  ...greek,
  ...greekInText,
  ...cyrillic,
  ...marks,
  ...mathematics,
]);

/** Accents, as the combining character that goes behind the letter. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['"', '\u0308'],
  ['=', '\u0304'],
  ['.', '\u0307'],
  ['u', '\u0306'],
  ['v', '\u030c'],
  ['H', '\u030b'],
  ['k', '\u0328'],
  ['r', '\u030a'],
  ['c', '\u0327'],
  ['d', '\u0323'],
  ['b', '\u0331'],
  ['t', '\u0361'],
  ['G', '\u030f'],
  ['hat', '\u0302'],
  ['tilde', '\u0303'],
  ['bar', '\u0304'],
  ['vec', '\u20d7'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['ddot', '\u0308'],
  ['dot', '\u0307'],
  ['check', '\u030c'],
  ['breve', '\u0306'],
  ['mathring', '\u030a'],
  ['textcommabelow', '\u0326'],
  ['textogonekcentered', '\u0328'],
  ['textdotbelow', '\u0323'],
]);
