import { sceneNamed } from './scenes';

const root = document.getElementById('root')!;
// A frame, or a tab that was opened from the gallery, carries the name of its scene. It keeps it
// over every link that is followed and every reload, which an address would not.
const scene = sceneNamed(window.name);

if (scene) {
  import('./portal/openScene').then(({ openScene }) => openScene(scene));
} else {
  import('./gallery/openGallery').then(({ openGallery }) => openGallery(root));
}
