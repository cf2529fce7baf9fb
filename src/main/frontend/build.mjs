// Builds the pages' styles and script into the folder given: node build.mjs <output folder>
// Does nothing when nothing has changed. Each stamp is a hash of what went in, so that a checkout of an older
// commit is built again although its files look older than the output.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const styles = ['imprimatur', 'path'];
const scripts = ['imprimatur', 'path', 'numbers', 'heat', 'models', 'check', 'try'];

function hash(files) {
  const sum = createHash('sha256');
  for (const file of files) {
    sum.update(file).update('\0').update(readFileSync(join(here, file))).update('\0');
  }
  return sum.digest('hex');
}

function unchanged(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function install() {
  const stamp = join(here, 'node_modules', '.imprimatur-lock');
  const wanted = hash(['package.json', 'package-lock.json']);
  if (unchanged(stamp, wanted)) {
    return;
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--prefer-offline', '--loglevel=error'],
    { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  writeFileSync(stamp, wanted);
}

async function build(output) {
  const folders = ['js', 'sass'];
  const sources = folders.flatMap((folder) => readdirSync(join(here, folder)).sort().map((file) => `${folder}/${file}`));
  const wanted = hash(['build.mjs', 'package-lock.json', ...sources]);
  const stamp = join(output, '.frontend');
  const results = [...styles.map((name) => `${name}.css`), ...scripts.map((name) => `${name}.js`)];
  if (unchanged(stamp, wanted) && results.every((file) => existsSync(join(output, file)))) {
    return;
  }
  const esbuild = await import('esbuild');
  const sass = await import('sass');
  mkdirSync(output, { recursive: true });
  for (const name of styles) {
    const { css } = sass.compile(join(here, 'sass', `${name}.scss`),
      { loadPaths: [join(here, 'node_modules')], quietDeps: true, style: 'compressed' });
    writeFileSync(join(output, `${name}.css`), css);
  }
  await esbuild.build({ absWorkingDir: here, entryPoints: scripts.map((name) => `js/${name}.js`), outdir: output,
    bundle: true, minify: true, format: 'iife', target: 'es2020', charset: 'utf8', logLevel: 'warning' });
  writeFileSync(stamp, wanted);
}

if (!process.argv[2]) {
  console.error('Say where to build to: node build.mjs <output folder>');
  process.exit(1);
}
try {
  install();
  await build(resolve(process.argv[2]));
}
catch (error) {
  console.error(`The pages' styles and script could not be built. ${error.message}`);
  console.error('If this machine has no way to the npm registry, run the build once where it has one.');
  process.exit(1);
}
