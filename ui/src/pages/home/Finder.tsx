import { SearchButton } from '#/components/search/SearchButton';
import { useText } from '#/messages';
import classes from './Finder.module.css';

/** For who comes to find: what they came for, before anything else. */
export function Finder() {
  const text = useText();
  return (
    <section className={classes.root} aria-labelledby="finder">
      <h2 id="finder" className={classes.title}>
        {text('home.find')}
      </h2>
      <SearchButton label="home.find.open" keys="/" large />
      <p className={classes.lead}>{text('home.find.lead')}</p>
    </section>
  );
}
