import { useEffect, useState } from 'react';
import { rooms, sceneNamed } from '../scenes';
import { galleryStyle } from './galleryStyle';
import { useAddress } from './useAddress';
import { THEMES, useTheme } from './useTheme';

const WIDTHS = {
  full: '100%',
  laptop: '1400px',
  phone: '390px',
  '320': '320px',
};

/**
 * Who changes a page comes to see what becomes of it where they did not look. The eye meets the page
 * itself, as large as it would be; rooms stand above it, and the states of the room beside it.
 */
export function Gallery() {
  const name = useAddress();
  const [roomName] = name.split('/');
  const room = rooms[roomName];
  const path = sceneNamed(name)?.path ?? room.path;
  const [width, setWidth] = useState<keyof typeof WIDTHS>('full');
  const [theme, setTheme] = useTheme();
  useEffect(() => {
    document.title = name;
  }, [name]);

  return (
    <div className="gallery" style={{ colorScheme: theme }}>
      <style>{galleryStyle}</style>
      <header>
        <nav aria-label="Rooms">
          {Object.entries(rooms).map(([key, { title, scenes }]) => (
            <a
              key={key}
              href={`#${key}/${Object.keys(scenes)[0]}`}
              aria-current={key === roomName || undefined}
            >
              {title}
            </a>
          ))}
        </nav>
        <Choice
          label="Width"
          value={width}
          values={Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]}
          onChoose={setWidth}
        />
        <Choice
          label="Theme"
          value={theme}
          values={THEMES}
          onChoose={setTheme}
        />
        <a href={path} target={name}>
          Open alone
        </a>
      </header>
      <nav aria-label="Scenes">
        {Object.keys(room.scenes).map(scene => (
          <a
            key={scene}
            href={`#${roomName}/${scene}`}
            aria-current={`${roomName}/${scene}` === name || undefined}
          >
            {scene}
          </a>
        ))}
      </nav>
      <main>
        <iframe
          // A frame reads its name and the theme once.
          key={`${name} ${theme}`}
          name={name}
          title={name}
          src={path}
          style={{ width: WIDTHS[width] }}
        />
      </main>
    </div>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  values: readonly Value[];
  onChoose: (value: Value) => void;
}) {
  return (
    <label>
      {props.label}{' '}
      <select
        value={props.value}
        onChange={event => props.onChoose(event.target.value as Value)}
      >
        {props.values.map(value => (
          <option key={value}>{value}</option>
        ))}
      </select>
    </label>
  );
}
