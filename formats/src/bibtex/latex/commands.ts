/** Commands of LaTeX that change how something looks, or that hold what nobody reads. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What stands in their braces is the text. */
export const styles = words(`
  textit textbf emph textsc textrm texttt textsf textsl textup textmd textnormal textlf text mathrm mathit mathbf mathsf
  mathtt mathcal mathbb mathfrak mathscr mathnormal operatorname boldsymbol bm pmb mbox hbox fbox ensuremath underline
  overline uline textsuperscript textsubscript textsuper textsub up textlatin textgreek textcyrillic mkbibemph mkbibbold mkbibitalic
  mkbibparens mkbibbrackets MakeUppercase MakeLowercase uppercase lowercase nocase NoCaseChange foreignlanguage
  boldmath unboldmath mathstrut rmfamily sffamily ttfamily upshape itshape scshape slshape bfseries mdseries`);

/** Switches and joints: nothing of them is text, and the blanks behind them go too. */
export const switches = words(`
  it bf em rm sc sl tt sf cal normalfont tiny small large Large huge scriptsize footnotesize normalsize protect relax
  left right big Big bigl bigr Bigl Bigr limits nolimits displaystyle textstyle noindent allowbreak break null strut
  nobreak hfill unskip ignorespaces leavevmode xspace bibinfo bibnamefont bibfnamefont bgroup egroup begingroup endgroup
  nopunct adddot natexlab linebreak nolinebreak cyrchar`);

/** Commands that are a blank. */
export const blanks = words('quad qquad space newline thinspace enspace enskip nobreakspace thickspace medspace hskip');

/** What stands in their first braces is not read. */
export const unread = words(
  'noopsort vphantom hphantom phantom label vspace hspace href color textcolor selectlanguage',
);

/** What stands in their braces is no LaTeX. */
export const verbatim = words('url path nolinkurl');
